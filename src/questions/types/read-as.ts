import type { z } from 'zod';
import { responseInvalid } from '../questions.errors.js';

/** The response in its one form; null clears it. @throws DomainError response_invalid */
export function readAs<S extends z.ZodType>(schema: S, sent: unknown, sentence: string): z.output<S> | null {
  if (sent === null) return null;
  const parsed = schema.safeParse(sent);
  if (!parsed.success) throw responseInvalid(sentence);
  return parsed.data;
}
