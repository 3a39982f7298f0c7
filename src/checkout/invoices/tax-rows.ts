import { money, share, splitByLargestRemainder } from '../../shared/index.js';
import type { InvoiceTax } from './invoice-content.js';

interface Sums {
  net: number;
  tax: number;
}

/**
 * The tax rows of a whole order scaled to a document over a part of it (an instalment, a credit note). The amounts sum to
 * the part's tax; a base is scaled by itself, because a state and its county tax the same base.
 */
export function scaledTaxes(rows: InvoiceTax[], whole: Sums, part: Sums, currency: string): InvoiceTax[] {
  const weights = rows.map((row) => row.amount);
  if (weights.every((weight) => weight === 0)) return rows.map((row) => ({ ...row, taxable: base(row.taxable) }));
  const amounts = splitByLargestRemainder(money(part.tax, currency), weights);
  return rows.map((row, index) => ({ ...row, amount: amounts[index]!.amount, taxable: base(row.taxable) }));

  function base(taxable: number): number {
    return whole.net === 0 ? 0 : share(money(taxable, currency), part.net, whole.net).amount;
  }
}
