import type Stripe from 'stripe';
import type { z } from 'zod';
import type { place, shipping } from '../params/shipping.js';

type Parts = z.infer<ReturnType<typeof place>>;

/** A whole address of the parts that were given. */
export const addressOf = (parts: Parts): Stripe.Address => ({
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
  ...parts,
});

export const shippingOf = ({
  address,
  name,
  phone,
}: z.infer<ReturnType<typeof shipping>>): Stripe.PaymentIntent.Shipping => ({
  address: addressOf(address),
  carrier: null,
  name,
  phone: phone ?? null,
  tracking_number: null,
});
