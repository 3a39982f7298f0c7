import { money, share, splitByLargestRemainder } from '../../shared/index.js';
import type { InvoiceLine } from './invoice-content.js';

/** A line of an order: `amount` holds its tax unless the market adds tax on top. Minor units. */
export interface SoldLine {
  title: string;
  quantity: number;
  amount: number;
  tax: number;
  reasons: { label: string; amount: number }[];
}

export type TaxDisplay = 'none' | 'included' | 'added';

/** The order's lines as an invoice states them. */
export function wholeLines(lines: SoldLine[], display: TaxDisplay): InvoiceLine[] {
  return lines.map(({ title, quantity, amount, tax, reasons }) => {
    const net = display === 'added' ? amount : amount - tax;
    return { title, quantity, reasons: reasons.length > 1 ? reasons : [], net, tax, gross: net + tax };
  });
}

/**
 * What one payment of several was for: each line's part in proportion, so that the parts sum to `paid`.
 * @param note stands under each line: "Instalment 2 of 3"
 */
export function partLines(whole: InvoiceLine[], paid: number, currency: string, note: string): InvoiceLine[] {
  const gross = whole.reduce((sum, line) => sum + line.gross, 0);
  if (paid === gross) return whole;
  const parts = splitByLargestRemainder(
    money(paid, currency),
    whole.map((line) => line.gross),
  );
  return whole.map((line, index) => {
    const part = parts[index]!.amount;
    const tax = line.tax === 0 ? 0 : share(money(line.tax, currency), paid, gross).amount;
    const title = `${line.title} (${note})`;
    return { title, quantity: line.quantity, reasons: [], net: part - tax, tax, gross: part };
  });
}

export const sumOf = (lines: InvoiceLine[], what: 'net' | 'tax' | 'gross'): number =>
  lines.reduce((sum, line) => sum + line[what], 0);
