import { z } from 'zod';
import { currencySchema, decimalText, minorUnits, type Money, money } from '../../shared/index.js';
import { defaultCurrency } from '../markets/market.js';

/** "449" or "449.00", as people type a price, as exact money of this currency. */
export function typedPrice(currency: string) {
  const digits = minorUnits(currency)!;
  const fraction = digits === 0 ? '' : `([.]\\d{1,${digits}})?`;
  return z
    .string('Enter a price.')
    .trim()
    .regex(new RegExp(`^\\d{1,8}${fraction}$`), `Enter a price such as ${decimalText(449 * 10 ** digits, digits)}.`)
    .transform((text) => {
      const [whole, part = ''] = text.split('.');
      return money(Number(whole + part.padEnd(digits, '0')), currency);
    });
}

/** The currency a form of prices was made for; the verb compares it with the market's. */
export function typedCurrency(body: unknown): string {
  const { currency } = (body ?? {}) as { currency?: unknown };
  return currencySchema.catch(defaultCurrency).parse(currency);
}

/** Money as people type it. */
export const asTyped = ({ amount, currency }: Money): string => decimalText(amount, minorUnits(currency)!);
