import type { z } from 'zod';
import { responseInvalid } from '../questions.errors.js';

/** The response in its one form, without what no database can hold; null clears it. @throws DomainError response_invalid */
export function readAs<S extends z.ZodType>(schema: S, sent: unknown, sentence: string): z.output<S> | null {
  if (sent === null) return null;
  const parsed = schema.safeParse(sent);
  if (!parsed.success) throw responseInvalid(sentence);
  return storable(parsed.data) as z.output<S>;
}

/** Neither NUL nor half a surrogate pair can be stored; one of them must not stop a page from saving. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\u0000', '').toWellFormed();
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, storable(each)]));
}
