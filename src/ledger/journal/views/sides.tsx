import { formatMoney } from '../../../shared/index.js';

/** An amount in the column it belongs to: debit or credit. */
export function sides(amount: number, currency: string): [JSX.Element, JSX.Element] {
  const shown = <span safe>{formatMoney({ amount: Math.abs(amount), currency })}</span>;
  return amount >= 0 ? [shown, ''] : ['', shown];
}
