import { highestRev } from './attempts.schemas.js';
import type { CandidateQuestion } from './paper/candidate-question.js';

/** A paper as an HTML form sends it: `answer-<question>` and `rev-<question>`. */
export type PaperForm = Record<string, unknown>;

export const answerName = (questionId: string): string => `answer-${questionId}`;
export const revName = (questionId: string): string => `rev-${questionId}`;

/** The response in the form the question's type expects; what was left empty clears the answer. */
export function responseIn(form: PaperForm, { id, type }: CandidateQuestion): unknown {
  const sent = form[answerName(id)];
  if (sent === undefined || sent === '') return null;
  if (type === 'single') return { option: sent };
  if (type === 'multiple') return { options: [sent].flat() };
  if (type === 'trueFalse') return { value: sent === 'true' ? true : sent === 'false' ? false : sent };
  return { value: sent };
}

/** The revision the form was filled on. */
export function revIn(form: PaperForm, { id }: CandidateQuestion): number {
  const rev = Number(form[revName(id)] ?? 0);
  return Number.isInteger(rev) && rev >= 0 && rev <= highestRev ? rev : 0;
}
