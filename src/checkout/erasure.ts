import type { ErasureHold, ErasureStep } from '../database/index.js';

export const checkoutErasure: ErasureStep[] = [
  {
    what: 'refund_requests: the reason, and what they were answered',
    sql: `UPDATE refund_requests SET reason = 'Erased', note = CASE WHEN note IS NULL THEN NULL ELSE 'Erased' END
      WHERE asked_by = $1`,
  },
];

export const checkoutHolds: ErasureHold[] = [
  {
    says: 'Your bank took a payment back and asks us about it. Your data is needed until that is decided.',
    sql: `SELECT 1 FROM disputes d JOIN orders o ON o.id = d.order_id
      WHERE o.person_id = $1 AND d.standing NOT IN ('won', 'lost') LIMIT 1`,
  },
  {
    says: 'A refund that you asked for is not decided yet.',
    sql: `SELECT 1 FROM refund_requests r JOIN orders o ON o.id = r.order_id
      WHERE o.person_id = $1 AND r.decision IS NULL LIMIT 1`,
  },
  {
    says: 'Money is on its way back to you.',
    sql: `SELECT 1 FROM refunds r JOIN orders o ON o.id = r.order_id
      WHERE o.person_id = $1 AND r.status NOT IN ('succeeded', 'failed', 'canceled') LIMIT 1`,
  },
];
