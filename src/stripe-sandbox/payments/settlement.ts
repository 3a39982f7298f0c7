import { money, minorUnits, share } from '../../shared/index.js';
import { invalidRequest } from '../api/stripe-error.js';

/** In which currencies the account is paid out (none: each in itself), and what one unit of others is worth in the first. */
export interface Settlement {
  currencies: string[];
  /** By currency, in small letters: decimal texts. */
  rates: Record<string, string>;
}

export interface Settled {
  currency: string;
  /** In minor units of the settlement currency. */
  amount: number;
  rate: number | null;
}

/** What an amount is worth on the balance. @throws StripeError for a currency without a rate */
export function settle(amount: number, currency: string, { currencies, rates }: Settlement): Settled {
  const [first] = currencies;
  if (first === undefined || currencies.includes(currency)) return { currency, amount, rate: null };
  const rate = rates[currency];
  if (!rate) throw invalidRequest(`There is no rate for ${currency}.`, 'currency');
  return { currency: first, amount: converted(amount, { currency, first, rate }), rate: Number(rate) };
}

/** Halves are rounded away from zero; "1.0842" of two digits into none is 1.0842 / 100. */
function converted(
  amount: number,
  { currency, first, rate }: { currency: string; first: string; rate: string },
): number {
  const [whole, fraction = ''] = rate.split('.') as [string, string?];
  const shift = digitsOf(first) - digitsOf(currency) - fraction.length;
  const numerator = Number(whole + fraction) * 10 ** Math.max(shift, 0);
  return share(money(amount, first.toUpperCase()), numerator, 10 ** Math.max(-shift, 0)).amount;
}

const digitsOf = (currency: string): number => minorUnits(currency.toUpperCase()) ?? 2;
