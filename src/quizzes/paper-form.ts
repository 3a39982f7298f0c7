import { responseOf } from '../web/index.js';
import { highestRev } from './attempts.schemas.js';
import type { CandidateQuestion } from './paper/candidate-question.js';

/** A paper as an HTML form sends it: `answer-<question>.<path>` and `rev-<question>`. */
export type PaperForm = Record<string, unknown>;

export const answerName = (questionId: string): string => `answer-${questionId}`;
export const revName = (questionId: string): string => `rev-${questionId}`;

/** The response in the form the question's type expects; what was left empty clears the answer. */
export const responseIn = (form: PaperForm, { id }: CandidateQuestion): unknown =>
  responseOf(Object.entries(form), answerName(id)) ?? null;

/** The revision the form was filled on. */
export function revIn(form: PaperForm, { id }: CandidateQuestion): number {
  const rev = Number(form[revName(id)] ?? 0);
  return Number.isInteger(rev) && rev >= 0 && rev <= highestRev ? rev : 0;
}
