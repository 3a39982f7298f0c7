import { contentHash, type QuizQuestion } from '../../courses/index.js';
import { questionType, type TypeName } from '../types/index.js';

/** What is right and why: stored apart from what is asked. */
export interface StoredKey {
  right: object;
  feedback: string;
  source: string;
}

/** A question as it is stored: `body` may be shown to a candidate, `key` may not. */
export interface StoredQuestion {
  slug: string;
  hash: string;
  type: TypeName;
  topic: string;
  marks: number;
  body: object;
  key: StoredKey;
}

export function splitQuestion(question: QuizQuestion): StoredQuestion {
  const { id, type, topic, marks, feedback, source } = question;
  const { body, key } = questionType(type).split(question);
  return { slug: id, hash: contentHash(question), type, topic, marks, body, key: { right: key, feedback, source } };
}
