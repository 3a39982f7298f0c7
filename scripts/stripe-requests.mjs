/** Every request of Stripe's that the stand-in answers, by the name of its parameters in the SDK. */
export const requests = {
  ...rest('/customers', 'Customer'),
  'GET /customers/:id/payment_methods': 'CustomerListPaymentMethodsParams',
  ...rest('/products', 'Product'),
  ...rest('/prices', 'Price', ['list', 'create', 'retrieve', 'update']),
  ...rest('/coupons', 'Coupon'),
  ...rest('/promotion_codes', 'PromotionCode', ['list', 'create', 'retrieve', 'update']),
  ...rest('/checkout/sessions', 'Checkout.Session', ['list', 'create', 'retrieve', 'update']),
  'GET /checkout/sessions/:id/line_items': 'Checkout.SessionListLineItemsParams',
  'POST /checkout/sessions/:id/expire': 'Checkout.SessionExpireParams',
  ...rest('/payment_intents', 'PaymentIntent', ['list', 'create', 'retrieve', 'update']),
  'POST /payment_intents/:id/confirm': 'PaymentIntentConfirmParams',
  'POST /payment_intents/:id/cancel': 'PaymentIntentCancelParams',
  ...rest('/payment_methods', 'PaymentMethod', ['list', 'create', 'retrieve', 'update']),
  'POST /payment_methods/:id/attach': 'PaymentMethodAttachParams',
  'POST /payment_methods/:id/detach': 'PaymentMethodDetachParams',
  ...rest('/charges', 'Charge', ['list', 'create', 'retrieve', 'update']),
  ...rest('/refunds', 'Refund', ['list', 'create', 'retrieve', 'update']),
  'POST /refunds/:id/cancel': 'RefundCancelParams',
  ...rest('/disputes', 'Dispute', ['list', 'retrieve', 'update']),
  'POST /disputes/:id/close': 'DisputeCloseParams',
  'GET /balance': 'BalanceRetrieveParams',
  ...rest('/balance_transactions', 'BalanceTransaction', ['list', 'retrieve']),
  ...rest('/payouts', 'Payout', ['list', 'create', 'retrieve', 'update']),
  'POST /payouts/:id/cancel': 'PayoutCancelParams',
  ...rest('/events', 'Event', ['list', 'retrieve']),
  ...rest('/webhook_endpoints', 'WebhookEndpoint'),
  ...rest('/invoices', 'Invoice', ['list', 'retrieve']),
  'GET /invoices/:id/lines': 'InvoiceListLineItemsParams',
  'GET /account': 'AccountRetrieveCurrentParams',
};

function rest(path, type, verbs = ['list', 'create', 'retrieve', 'update', 'delete']) {
  const addresses = {
    list: `GET ${path}`,
    create: `POST ${path}`,
    retrieve: `GET ${path}/:id`,
    update: `POST ${path}/:id`,
    delete: `DELETE ${path}/:id`,
  };
  const name = (verb) => `${type}${verb[0].toUpperCase()}${verb.slice(1)}Params`;
  return Object.fromEntries(verbs.map((verb) => [addresses[verb], name(verb)]));
}
