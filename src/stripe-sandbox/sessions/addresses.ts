import type Stripe from 'stripe';

/** Where a buyer goes after paying: the seller's address with the session's id in it. */
export const successUrl = (session: Stripe.Checkout.Session): string =>
  session.success_url!.replaceAll('{CHECKOUT_SESSION_ID}', session.id);
