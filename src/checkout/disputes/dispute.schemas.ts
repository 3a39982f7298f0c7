import { z } from 'zod';
import { moneySchema } from '../../shared/index.js';
import type { DisputeRow } from './dispute.queries.js';
import { evidenceParts, type EvidencePart, longestPart } from './evidence.js';

const part = z
  .string('Say something, or that there is nothing.')
  .trim()
  .min(1, 'Say something, or that there is nothing.')
  .max(longestPart);

export const evidenceSchema = z.strictObject(
  Object.fromEntries(Object.keys(evidenceParts).map((name) => [name, part])) as Record<EvidencePart, typeof part>,
);

export const disputeSchema = z.object({
  id: z.string(),
  orderNumber: z.string(),
  amount: moneySchema,
  reason: z.string(),
  status: z.string().describe("Stripe's own"),
  standing: z.enum(['inquiry', 'open', 'won', 'lost']),
  openedAt: z.iso.datetime(),
  evidenceDueAt: z.iso.datetime().nullable(),
  submittedAt: z.iso.datetime().nullable(),
});

export const disputeJson = (dispute: DisputeRow): z.infer<typeof disputeSchema> => ({
  id: dispute.id,
  orderNumber: dispute.orderNumber,
  amount: { amount: dispute.amount, currency: dispute.currency },
  reason: dispute.reason,
  status: dispute.status,
  standing: dispute.standing,
  openedAt: dispute.openedAt.toISOString(),
  evidenceDueAt: dispute.evidenceDueAt?.toISOString() ?? null,
  submittedAt: dispute.submittedAt?.toISOString() ?? null,
});
