import type { Work } from '../store/work.js';

interface Funds {
  currency: string;
  status: 'available' | 'pending';
  /** In minor units; below zero when more went out than came in. */
  net: number;
}

/** Makes available what has waited long enough. Many at once take the rows in one order, so none waits for another in a circle. */
export async function releaseDue(work: Work): Promise<void> {
  await work.tx.rows(
    `UPDATE stripe_sandbox.objects SET body = jsonb_set(body, '{status}', '"available"')
     WHERE id IN (
       SELECT id FROM stripe_sandbox.objects
       WHERE kind = 'balance_transaction' AND body->>'status' = 'pending' AND (body->>'available_on')::bigint <= $1
       ORDER BY seq FOR UPDATE
     )`,
    [work.now],
  );
}

/** What is on the balance now, by currency. */
export async function fundsOf(work: Work): Promise<Funds[]> {
  await releaseDue(work);
  return work.tx.rows<Funds>(
    `SELECT body->>'currency' AS currency, body->>'status' AS status, sum((body->>'net')::bigint)::float8 AS net
     FROM stripe_sandbox.objects WHERE kind = 'balance_transaction' GROUP BY 1, 2 ORDER BY 1`,
  );
}

/** Holds the balance of a currency until the end of the work, so that no two payouts take the same money. */
export async function lockFunds(work: Work, currency: string): Promise<void> {
  await work.tx.rows('SELECT pg_advisory_xact_lock(hashtextextended($1, 715))', [currency]);
}
