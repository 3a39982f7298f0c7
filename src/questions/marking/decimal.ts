import { Decimal } from 'decimal.js';
import { z } from 'zod';
import type { Separator } from './separator.js';

/** Twenty digits on each side of the point, and room for what is computed of them. */
const Exact = Decimal.clone({ precision: 80, rounding: Decimal.ROUND_HALF_UP });
export type Exact = InstanceType<typeof Exact>;

export const exact = (text: string): Exact => new Exact(text);

/** Reads digits with at most one separator between them; anything else is undefined. */
export function parseDecimal(text: string, separator: Separator = '.'): Exact | undefined {
  const match = /^([+-]?)(\d{1,20})(?:([.,])(\d{1,20}))?$/.exec(text);
  if (!match || (match[3] !== undefined && match[3] !== separator)) return undefined;
  const [, sign, whole, , fraction = '0'] = match;
  return exact(`${sign === '-' ? '-' : ''}${whole}.${fraction}`);
}

/** How an exam's language writes a number that is stored with a point. */
export const inLanguage = (text: string, separator: Separator): string => text.replace('.', separator);

/** A number as authors write it: text, so that no digit is lost. */
export const decimalText = z
  .string()
  .regex(/^-?\d{1,9}(\.\d{1,6})?$/, 'write the number as text with a point, for example "2.5"');

export const positiveText = decimalText.refine((text) => !text.startsWith('-'), 'it is below zero');
