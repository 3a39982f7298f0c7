import type Stripe from 'stripe';
import type { z } from 'zod';
import { address, emptyable, flag, group, list, metadata, text } from './fields.js';
import { created, paging } from './paging.js';

export const listEvents = group({
  ...paging,
  created,
  delivery_success: flag().optional(),
  type: text().optional(),
  types: list(text(), 20).optional(),
}) satisfies z.ZodType<Stripe.EventListParams>;

export const createEndpoint = group({
  description: emptyable(text()).optional(),
  enabled_events: list(text(), 300),
  metadata: emptyable(metadata()).optional(),
  url: address(),
}) satisfies z.ZodType<Omit<Stripe.WebhookEndpointCreateParams, 'enabled_events'> & { enabled_events: string[] }>;

export const listEndpoints = group(paging) satisfies z.ZodType<Stripe.WebhookEndpointListParams>;
