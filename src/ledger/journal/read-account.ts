import { notFound } from '../../shared/index.js';
import type { AccountFilter, AccountLine, AccountQueries } from './account.queries.js';
import type { AccountQuery } from './journal.schemas.js';
import type { AccountPage } from './views/account.js';

type Place = Pick<AccountLine, 'date' | 'entry' | 'position'>;

/** One page of an account: its lines with the balance after each, from the first day of the filter on. */
export async function readAccount(accounts: AccountQueries, code: string, query: AccountQuery): Promise<AccountPage> {
  const account = await accounts.byCode(code);
  if (!account) throw notFound('account');
  const used = await accounts.currencies(code);
  const currency = query.currency ?? used[0] ?? 'USD';
  const filter = { ...query, currency };
  const after = placeOf(query.after);
  const [sums, rows, start] = await Promise.all([
    accounts.sums(code, filter),
    accounts.lines(code, filter, query.limit + 1, after),
    after ? balanceUntil(accounts, code, filter, after) : null,
  ]);
  const lines = withBalances(rows.slice(0, query.limit), start ?? sums.opening);
  const last = lines.at(-1);
  const next = rows.length > query.limit && last ? `${last.date}.${last.entry}.${last.position}` : null;
  return { account, currency, currencies: [...new Set([...used, currency])], sums, lines, next };
}

/** "2026-10-31.17.2": behind the second posting of entry 17. */
export function placeOf(text: string | undefined): Place | null {
  if (!text) return null;
  const [date, entry, position] = text.split('.') as [string, string, string];
  return { date, entry: Number(entry), position: Number(position) };
}

function withBalances(rows: Omit<AccountLine, 'balance'>[], start: number): AccountLine[] {
  let balance = start;
  return rows.map((row) => ({ ...row, balance: (balance += row.amount) }));
}

/** What was there behind a line: the days before it, and of its own day what stands before it. */
async function balanceUntil(
  accounts: AccountQueries,
  code: string,
  filter: AccountFilter,
  place: Place,
): Promise<number> {
  const before = await accounts.sums(code, { ...filter, from: place.date, to: place.date });
  const sameDay = await accounts.sumUntil(code, filter, place);
  return before.opening + sameDay;
}
