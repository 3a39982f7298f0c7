import type { TypeName } from '../types/index.js';
import { bodyOf, keyOf, type StoredBody, type StoredKey } from './stored-question.js';

/** An answer that was there to be chosen, and whether it is right: for staff, never for candidates. */
export interface KeyedOption {
  id: string;
  text: string;
  correct: boolean;
}

/** The options of a stored question, or of one part of a case; none where one writes, orders or places. */
export function optionsOf(
  { type, body, key }: { type: TypeName | 'vignette'; body: StoredBody; key: StoredKey },
  part?: string,
): KeyedOption[] {
  const named = type === 'vignette' ? body.parts?.find(({ id }) => id === part)?.type : type;
  const asked = bodyOf(body, { part }) as StoredBody & { options?: { id: string; text: string }[] };
  const { correct, answer } = keyOf(key, { part }).right as { correct?: string[]; answer?: boolean };
  if (named === 'trueFalse') {
    return [true, false].map((value) => ({
      ...{ id: String(value), text: value ? 'True' : 'False' },
      correct: answer === value,
    }));
  }
  if (named !== 'single' && named !== 'multiple') return [];
  return (asked.options ?? []).map(({ id, text }) => ({ id, text, correct: correct?.includes(id) ?? false }));
}
