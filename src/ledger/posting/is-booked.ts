import type { Tx } from '../../database/index.js';

/** Whether what came from this charge is booked, and as what it is: not while it waits or lies in suspense. */
export async function isBooked(tx: Tx, charge: string | null): Promise<boolean> {
  const row = await tx.row(
    `SELECT 1 FROM balance_transactions b
     JOIN journal_entries e ON e.source_kind = 'balance_transaction' AND e.source_id = b.id AND e.kind IN ('sale', 'resolution')
     WHERE b.source = $1 AND b.category IN ('charge', 'payment') LIMIT 1`,
    [charge],
  );
  return row !== undefined;
}
