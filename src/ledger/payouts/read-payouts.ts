import { z } from 'zod';
import type { PayoutMove, PayoutQueries, PayoutRow, PayoutSum, PayoutTotal } from '../../checkout/index.js';
import { notFound } from '../../shared/index.js';
import { emptyIsUnset } from '../../web/index.js';
import type { PayoutQuery } from './payout-filter.js';

export interface ListedPayouts {
  rows: PayoutRow[];
  totals: PayoutTotal[];
  next: string | null;
}

export interface OnePayout {
  payout: PayoutRow;
  sums: PayoutSum[];
  moves: PayoutMove[];
  next: string | null;
}

export const movesPage = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(100),
  after: emptyIsUnset(z.string().regex(/^txn_\w+$/)),
});
export type MovesPage = z.infer<typeof movesPage>;

export async function listedPayouts(payouts: PayoutQueries, query: PayoutQuery): Promise<ListedPayouts> {
  const [rows, totals] = await Promise.all([
    payouts.list(query, query.limit + 1, query.after ?? null),
    payouts.totals(query),
  ]);
  const shown = rows.slice(0, query.limit);
  return { rows: shown, totals, next: rows.length > query.limit ? shown.at(-1)!.id : null };
}

export async function onePayout(payouts: PayoutQueries, id: string, page: MovesPage): Promise<OnePayout> {
  const payout = await payouts.byId(id);
  if (!payout) throw notFound('payout');
  const [sums, rows] = await Promise.all([payouts.sums(id), payouts.moves(id, page.limit + 1, page.after ?? null)]);
  const moves = rows.slice(0, page.limit);
  return { payout, sums, moves, next: rows.length > page.limit ? moves.at(-1)!.id : null };
}
