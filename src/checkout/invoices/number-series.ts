import type { Tx } from '../../database/index.js';
import type { InvoiceKind } from './invoice-content.js';

const prefixes: Record<InvoiceKind, string> = { invoice: 'INV', credit_note: 'CN', debit_note: 'DN' };

export interface NextNumber {
  series: string;
  position: number;
  /** "INV-EU-000042" */
  number: string;
}

/**
 * The next number of the series for this market and kind. The counter stays locked until the transaction ends, and moves
 * only if it commits with its document: a crash or a second try leaves no gap.
 */
export async function nextNumber(tx: Tx, kind: InvoiceKind, market: string): Promise<NextNumber> {
  const series = seriesCode(kind, market);
  const { last } = (await tx.row<{ last: number }>(
    `INSERT INTO invoice_series (code, last) VALUES ($1, 1)
     ON CONFLICT (code) DO UPDATE SET last = invoice_series.last + 1 RETURNING last`,
    [series],
  ))!;
  return { series, position: last, number: `${series}-${String(last).padStart(6, '0')}` };
}

/** One series per market and kind: "INV-US", "CN-EU". */
export const seriesCode = (kind: InvoiceKind, market: string): string =>
  `${prefixes[kind]}-${market === 'default' ? 'US' : market.toUpperCase()}`;
