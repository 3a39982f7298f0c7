import { questionType, type TypeName } from '../types/index.js';
import { bodyOf, keyOf, type StoredBody, type StoredKey } from './stored-question.js';

/** The share of the marks of a stored question, or of one part of a case, that blind guessing earns; null if unknown. */
export function guessOf(
  { type, body, key }: { type: TypeName | 'vignette'; body: StoredBody; key: StoredKey },
  part?: string,
): number | null {
  const named = type === 'vignette' ? body.parts?.find(({ id }) => id === part)?.type : type;
  return named ? questionType(named).guess(bodyOf(body, { part }), keyOf(key, { part }).right) : null;
}
