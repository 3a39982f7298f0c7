export { checkoutChecks } from './checkout.checks.js';
export { CheckoutModule } from './checkout.module.js';
export { type PaymentFilter, PaymentQueries, type PaymentRow, type PaymentTotal } from './orders/payment.queries.js';
export { HandleStripeEvent } from './stripe/handle-stripe-event.js';
export { SettleOrder } from './settling/settle-order.js';
export { StripeConnection } from './stripe/stripe-connection.js';
export { StartCheckout } from './buying/start-checkout.js';
export { SweepOrders } from './settling/sweep-orders.js';
