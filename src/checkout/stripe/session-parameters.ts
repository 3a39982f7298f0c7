import type Stripe from 'stripe';
import type { Order } from '../orders/order.entity.js';

/** What a Checkout Session is made of: the stored quote, nothing computed again. */
export function sessionParameters(order: Order, email: string, baseUrl: string): Stripe.Checkout.SessionCreateParams {
  const metadata = { order_id: order.id, order_number: order.number };
  const page = `${baseUrl}/checkout/${order.number}`;
  return {
    mode: 'payment',
    client_reference_id: order.id,
    customer_email: email,
    line_items: order.plan ? [firstInstalment(order)] : lineItems(order),
    // The price shown is the price charged: no conversion into the visitor's currency.
    adaptive_pricing: { enabled: false },
    expires_at: Math.floor(order.checkoutExpiresAt.getTime() / 1000),
    success_url: `${page}/done?session={CHECKOUT_SESSION_ID}`,
    cancel_url: page,
    metadata,
    payment_intent_data: {
      metadata,
      description: `Glabella order ${order.number}`,
      ...(order.plan && { setup_future_usage: 'off_session' }),
    },
    // The card is kept with a customer, to be charged when the next instalment is due.
    ...(order.plan && { customer_creation: 'always', allowed_payment_method_types: ['card'] }),
    ...(order.taxDisplay !== 'none' && taxed),
  };
}

/** Stripe computes the tax, for which it asks where the buyer is, and for a tax id if they have one. */
const taxed = {
  automatic_tax: { enabled: true },
  tax_id_collection: { enabled: true },
  billing_address_collection: 'required',
} satisfies Partial<Stripe.Checkout.SessionCreateParams>;

/** Stripe's code for training one takes by oneself on the web. */
const selfStudy = 'txcd_20060058';

function firstInstalment(order: Order): Stripe.Checkout.SessionCreateParams.LineItem {
  const titles = order.quote.lines.map(({ product }) => product.title).join('; ');
  return {
    quantity: 1,
    price_data: {
      currency: order.currency.toLowerCase(),
      unit_amount: order.dueNow,
      product_data: { name: `${titles} (instalment 1 of ${order.plan!.instalments})` },
    },
  };
}

function lineItems(order: Order): Stripe.Checkout.SessionCreateParams.LineItem[] {
  return order.quote.lines.map(({ product, quantity, amount }, index) => ({
    quantity: 1,
    metadata: { line: String(index) },
    price_data: {
      currency: order.currency.toLowerCase(),
      // A volume price need not divide by the seats: the line is one thing at Stripe.
      unit_amount: amount.amount,
      product_data: {
        name: quantity > 1 ? `${quantity} × ${product.title}` : product.title,
        ...(order.taxDisplay !== 'none' && { tax_code: selfStudy }),
      },
      ...(order.taxDisplay !== 'none' && {
        tax_behavior: order.taxDisplay === 'included' ? ('inclusive' as const) : ('exclusive' as const),
      }),
    },
  }));
}
