import type Stripe from 'stripe';
import type { z } from 'zod';
import { email, emptyable, group, metadata, text } from './fields.js';
import { created, paging } from './paging.js';
import { place } from './shipping.js';

const details = {
  address: emptyable(place()).optional(),
  description: text().optional(),
  email: email().optional(),
  metadata: emptyable(metadata()).optional(),
  name: text(256).optional(),
  phone: text(20).optional(),
};

export const createCustomer = group(details) satisfies z.ZodType<Stripe.CustomerCreateParams>;
export const updateCustomer = group(details) satisfies z.ZodType<Stripe.CustomerUpdateParams>;
export const listCustomers = group({
  ...paging,
  created,
  email: email().optional(),
}) satisfies z.ZodType<Stripe.CustomerListParams>;

export type PlaceParams = z.infer<ReturnType<typeof place>>;
