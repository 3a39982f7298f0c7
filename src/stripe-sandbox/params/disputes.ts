import type Stripe from 'stripe';
import type { z } from 'zod';
import { evidenceTexts } from '../disputes/evidence.js';
import { emptyable, flag, group, metadata, text } from './fields.js';
import { created, paging } from './paging.js';

const evidence = Object.fromEntries(evidenceTexts.map((name) => [name, emptyable(text(20_000)).optional()])) as Record<
  (typeof evidenceTexts)[number],
  z.ZodOptional<ReturnType<typeof emptyable<ReturnType<typeof text>>>>
>;

export const updateDispute = group({
  evidence: group(evidence).optional(),
  metadata: emptyable(metadata()).optional(),
  submit: flag().optional(),
}) satisfies z.ZodType<Stripe.DisputeUpdateParams>;

export const listDisputes = group({
  ...paging,
  charge: text().optional(),
  created,
  payment_intent: text().optional(),
}) satisfies z.ZodType<Stripe.DisputeListParams>;
