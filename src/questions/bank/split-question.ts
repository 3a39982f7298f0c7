import { contentHash } from '../../shared/index.js';
import type { AuthoredPart, AuthoredQuestion } from '../authored.js';
import { questionType, type TypeName } from '../types/index.js';
import type { ShownPicture, StoredBody, StoredKey, StoredPart } from './stored-question.js';

/** A question as it is stored: `body` may be shown to a candidate, `key` and `authored` may not. */
export interface StoredQuestion {
  slug: string;
  hash: string;
  type: TypeName | 'vignette';
  topic: string;
  difficulty: string;
  cognitive: string;
  critical: boolean;
  marks: number;
  validFrom: string | null;
  validUntil: string | null;
  enemies: string[];
  body: StoredBody;
  key: StoredKey;
  authored: AuthoredQuestion;
}

/** Parts what may be shown from what may not. */
export function splitQuestion(question: AuthoredQuestion): StoredQuestion {
  const { id, type, topic, difficulty, cognitive, validFrom = null, validUntil = null, enemies = [] } = question;
  return {
    slug: id,
    hash: contentHash(question),
    ...{ type, topic, difficulty, cognitive, validFrom, validUntil, enemies },
    ...(question.type === 'vignette' ? caseOf(question) : alone(question)),
    authored: question,
  };
}

function alone(question: AuthoredPart) {
  const { body, key } = questionType(question.type).split(question);
  const { marks, critical, feedback, source } = question;
  return { marks, critical, body: { ...statedOf(question), ...body }, key: { right: key, feedback, source } };
}

function caseOf(question: Extract<AuthoredQuestion, { type: 'vignette' }>) {
  const split = question.parts.map((part) => ({ id: part.id, type: part.type, ...alone(part) }));
  const parts = split.map(({ id, type, marks, critical, body }): StoredPart => ({ id, type, marks, critical, body }));
  const keys = Object.fromEntries(split.map(({ id, key }): [string, StoredKey] => [id, key]));
  return {
    marks: split.reduce((sum, { marks }) => sum + marks, 0),
    critical: split.some(({ critical }) => critical),
    body: { ...statedOf(question), parts },
    key: { right: {}, feedback: '', source: question.source, parts: keys },
  };
}

const statedOf = ({ text, picture }: { text: string; picture?: unknown }): StoredBody => ({
  text,
  ...(picture ? { picture: picture as ShownPicture } : {}),
});
