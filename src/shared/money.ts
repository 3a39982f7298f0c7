import { z } from 'zod';
import { minorUnits } from './currencies.js';

/** An amount in minor units of an ISO 4217 currency: 24900 USD is $249.00. */
export interface Money {
  amount: number;
  currency: string;
}

export const currencySchema = z
  .string()
  .regex(/^[A-Z]{3}$/, 'A currency is three capital letters, for example USD.')
  .refine((code) => minorUnits(code) !== undefined, 'This currency is not known here.');

export const moneySchema = z
  .strictObject({ amount: z.int(), currency: currencySchema })
  .describe('An amount in minor units with its ISO 4217 currency');

/** @throws RangeError when the amount is not a whole number of minor units or the currency is unknown. */
export function money(amount: number, currency: string): Money {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not a whole number of minor units: ${amount}`);
  if (minorUnits(currency) === undefined) throw new RangeError(`Unknown currency: ${currency}`);
  return { amount: amount === 0 ? 0 : amount, currency };
}

export function add(...parts: [Money, ...Money[]]): Money {
  return parts.reduce((sum, part) => money(sum.amount + sameCurrency(sum, part).amount, sum.currency));
}

export function subtract(from: Money, what: Money): Money {
  return money(from.amount - sameCurrency(from, what).amount, from.currency);
}

/** `numerator / denominator` of an amount, halves rounded away from zero: the one place that rounds. */
export function share(whole: Money, numerator: number, denominator: number): Money {
  const scaled = BigInt(whole.amount) * BigInt(numerator) * 2n;
  const divisor = BigInt(denominator);
  const sign = scaled < 0n !== divisor < 0n ? -1n : 1n;
  const rounded = (abs(scaled) / abs(divisor) + 1n) / 2n;
  return money(Number(sign * rounded), whole.currency);
}

/** Splits an amount in proportion to `weights`; the parts sum to the whole; ties go to the earlier part. */
export function splitByLargestRemainder(whole: Money, weights: readonly number[]): Money[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (weights.length === 0 || total <= 0n || weights.some((weight) => weight < 0)) {
    throw new RangeError('Weights must be whole, not negative, and not all zero.');
  }
  const sign = whole.amount < 0 ? -1n : 1n;
  const amount = BigInt(Math.abs(whole.amount));
  const parts = weights.map((weight, index) => {
    const scaled = amount * BigInt(weight);
    return { index, units: scaled / total, rest: scaled % total };
  });
  let left = amount - parts.reduce((sum, part) => sum + part.units, 0n);
  for (const part of [...parts].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))) {
    if (left === 0n) break;
    part.units += 1n;
    left -= 1n;
  }
  return parts.map((part) => money(Number(sign * part.units), whole.currency));
}

/** "$249.00", "¥1,200", "KWD 1.250" in the reader's language. */
export function formatMoney({ amount, currency }: Money, locale = 'en-US'): string {
  const digits = minorUnits(currency) ?? 2;
  return formatOf(locale, currency, digits).format(decimalText(amount, digits) as Intl.StringNumericLiteral);
}

const formats = new Map<string, Intl.NumberFormat>();

/** Making a format costs a hundred times more than using it. */
function formatOf(locale: string, currency: string, digits: number): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  let known = formats.get(key);
  if (!known) {
    const options = {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    } as const;
    formats.set(key, (known = new Intl.NumberFormat(locale, options)));
  }
  return known;
}

/** The amount as an exact decimal text, "249.00". */
export function decimalText(amount: number, digits: number): string {
  const text = String(Math.abs(amount)).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const fraction = digits === 0 ? '' : `.${text.slice(-digits)}`;
  return `${amount < 0 ? '-' : ''}${whole}${fraction}`;
}

const abs = (value: bigint) => (value < 0n ? -value : value);

function sameCurrency(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`Cannot combine ${a.currency} with ${b.currency}.`);
  return b;
}
