import { z } from 'zod';

/**
 * A number that was typed into a field, or sent as one. What stands there must be a number to a reader: `1e2`, `0x10`,
 * `true` and `[5]` are none. An empty field is one left out.
 */
export const typedNumber = <S extends z.ZodType>(schema: S) => z.preprocess(numberIn, schema);

function numberIn(sent: unknown): unknown {
  if (typeof sent !== 'string') return sent;
  const typed = sent.trim();
  if (typed === '') return undefined;
  return /^-?\d{1,9}(\.\d{1,6})?$/.test(typed) ? Number(typed) : typed;
}

/** "1,200.50" typed for a currency with so many digits, in minor units; undefined for what is not such an amount. */
export function parseTypedAmount(text: string, digits: number): number | undefined {
  const match = /^(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,4}))?$/.exec(text.trim());
  const fraction = match?.[2] ?? '';
  if (!match || fraction.length > digits) return undefined;
  return Number(match[1]!.replaceAll(',', '') + fraction.padEnd(digits, '0'));
}
