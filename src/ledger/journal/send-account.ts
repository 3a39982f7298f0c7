import type { Response } from 'express';
import { notFound } from '../../shared/index.js';
import { sendCsv } from '../../web/index.js';
import type { AccountQueries } from './account.queries.js';
import type { AccountQuery } from './journal.schemas.js';
import { placeOf } from './read-account.js';
import { accountHead, accountRows } from './account-csv.js';

/** All lines of an account that match, in pieces. */
export async function sendAccount(
  response: Response,
  accounts: AccountQueries,
  code: string,
  query: AccountQuery,
): Promise<void> {
  if (!(await accounts.byCode(code))) throw notFound('account');
  const currency = query.currency ?? (await accounts.currencies(code))[0] ?? 'USD';
  const filter = { ...query, currency };
  await sendCsv(response, {
    name: `account-${code}-${currency}.csv`,
    head: accountHead(),
    read: async (limit, after) =>
      (await accounts.lines(code, filter, limit, placeOf(after ?? undefined))).map((line) => ({
        ...line,
        id: `${line.date}.${line.entry}.${line.position}`,
      })),
    write: (rows) => accountRows(rows, currency),
  });
}
