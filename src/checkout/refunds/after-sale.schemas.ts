import { z } from 'zod';
import { disputeJson, disputeSchema } from '../disputes/dispute.schemas.js';
import type { AfterSale } from './after-sale.queries.js';
import { refundJson, refundSchema, requestJson, requestSchema } from './refund.schemas.js';

/** What the buyer may know: not the desk's notes, and not what passes between us and the bank. */
export const afterSaleSchema = z.object({
  requests: z.array(requestSchema.omit({ askedBy: true, orderNumber: true })),
  refunds: z.array(refundSchema.omit({ orderNumber: true, allocated: true, cause: true })),
  disputes: z.array(disputeSchema.pick({ standing: true, amount: true, openedAt: true })),
});

export function afterSaleJson({ requests, refunds, disputes }: AfterSale): z.infer<typeof afterSaleSchema> {
  return {
    requests: requests.map(requestJson).map(({ id, askedAt, reason, quote, decision, decidedAt, note }) => ({
      ...{ id, askedAt, reason, quote, decision, decidedAt, note },
    })),
    refunds: refunds.map(refundJson).map(({ id, status, amount, createdAt, titles }) => ({
      ...{ id, status, amount, createdAt, titles },
    })),
    disputes: disputes
      .filter(({ standing }) => standing !== 'inquiry')
      .map(disputeJson)
      .map(({ standing, amount, openedAt }) => ({ standing, amount, openedAt })),
  };
}
