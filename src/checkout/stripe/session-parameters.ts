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
    line_items: order.quote.lines.map((line) => ({
      quantity: 1,
      price_data: {
        currency: order.currency.toLowerCase(),
        unit_amount: line.amount.amount,
        product_data: { name: line.product.title },
      },
    })),
    // The price shown is the price charged: no conversion into the visitor's currency.
    adaptive_pricing: { enabled: false },
    expires_at: Math.floor(order.checkoutExpiresAt.getTime() / 1000),
    success_url: `${page}/done?session={CHECKOUT_SESSION_ID}`,
    cancel_url: page,
    metadata,
    payment_intent_data: { metadata, description: `Glabella order ${order.number}` },
  };
}
