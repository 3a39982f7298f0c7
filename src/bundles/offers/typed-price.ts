import { z } from 'zod';
import { decimalText, minorUnits, type Money, money } from '../../shared/index.js';
import { market } from '../prices/market.js';

const digits = minorUnits(market.currency)!;

/** "449" or "449.00", as people type a price, as exact money. */
export const typedPrice = z
  .string('Enter a price.')
  .trim()
  .regex(new RegExp(`^\\d{1,7}([.]\\d{1,${digits}})?$`), 'Enter a price such as 449.00.')
  .transform((text) => {
    const [whole, fraction = ''] = text.split('.');
    return money(Number(whole + fraction.padEnd(digits, '0')), market.currency);
  });

/** Money as people type it. */
export const asTyped = ({ amount }: Money): string => decimalText(amount, digits);
