import { minorUnits } from '../../shared/index.js';

/** "120.50" in minor units of a currency; undefined for nothing typed, NaN for more digits than the currency has. */
export function typedAmount(text: string | undefined, currency: string): number | undefined {
  if (!text) return undefined;
  const digits = minorUnits(currency) ?? 2;
  const [whole, fraction = ''] = text.replace(',', '.').split('.');
  if (fraction.length > digits) return Number.NaN;
  return Number(`${whole}${fraction.padEnd(digits, '0')}`);
}
