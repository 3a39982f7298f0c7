import type { Tx } from '../../database/index.js';
import { accounts } from './accounts.js';
import { inFuture, keptAccount, periodClosed, unknownAccount } from './journal.errors.js';
import { monthOf } from './months.js';

/** In step with Stripe, with the queue of suspense and with the sub-ledger of deferrals: never by hand. */
export const keptAccounts: readonly string[] = [accounts.stripe, accounts.suspense, accounts.deferred];

/** @throws unknown_account, kept_account at `field` */
export async function assertPostable(tx: Tx, codes: readonly string[], field: string): Promise<void> {
  const kept = codes.find((code) => keptAccounts.includes(code));
  if (kept) throw keptAccount(kept, field);
  const rows = await tx.rows<{ code: string }>('SELECT code FROM accounts WHERE code = ANY($1::text[])', [codes]);
  const unknown = codes.find((code) => !rows.some((row) => row.code === code));
  if (unknown) throw unknownAccount(unknown, field);
}

/** @throws period_closed, in_future at the field `date` */
export async function assertOpen(tx: Tx, day: string): Promise<void> {
  const found = await tx.row<{ isFuture: boolean; isClosed: boolean }>(
    `SELECT $1::date > (now() AT TIME ZONE 'UTC')::date AS "isFuture",
       EXISTS (SELECT FROM periods WHERE month >= $2 AND status = 'closed') AS "isClosed"`,
    [day, monthOf(day)],
  );
  if (found!.isFuture) throw inFuture();
  if (found!.isClosed) throw periodClosed(day);
}
