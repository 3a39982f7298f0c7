import { stringify } from 'csv-stringify/sync';
import { decimal, plain } from '../../web/index.js';
import type { AccountLine } from './account.queries.js';

type Line = Omit<AccountLine, 'balance'>;

export const accountHead = (): string =>
  stringify([['Date', 'Entry', 'Kind', 'Description', 'Order', 'Debit', 'Credit', 'Currency']]);

export const accountRows = (lines: readonly Line[], currency: string): string =>
  stringify(
    lines.map(({ date, entry, kind, description, orderNumber, amount }) => [
      ...[date, entry, kind, plain(description), orderNumber ?? ''],
      amount > 0 ? decimal(amount, currency) : '',
      amount < 0 ? decimal(-amount, currency) : '',
      currency,
    ]),
  );
