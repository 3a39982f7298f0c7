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
