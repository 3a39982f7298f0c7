import type { Quiz } from '../quiz.queries.js';
import type { CandidateQuestion } from '../paper/candidate-question.js';
import type { ReviewPart } from '../attempts/attempt.js';

export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

export const percentText = (score: number): string => `${score}%`;

export const timeText = ({ minutes }: Pick<Quiz, 'minutes'>): string =>
  minutes === null ? 'No time limit' : `${count(minutes, 'minute')} from the moment you start`;

const parts: Record<ReviewPart, string> = {
  score: 'your score',
  marks: 'the marks of each question',
  answers: 'once you have passed, the right answers',
  feedback: 'why they are right',
};

export function reviewText(after: ReviewPart[]): string {
  if (after.length === 0) return 'That your answers were received';
  const list = new Intl.ListFormat('en', { type: 'conjunction' }).format(after.map((part) => parts[part]));
  return `${list[0]!.toUpperCase()}${list.slice(1)}`;
}

/** A response in words, for a person who compares two of them. */
export function responseText(
  { options = [], unit }: Pick<CandidateQuestion, 'options' | 'unit'>,
  response: unknown,
): string {
  const {
    option,
    options: chosen,
    value,
  } = (response ?? {}) as { option?: string; options?: string[]; value?: unknown };
  const texts = options.filter(({ id }) => id === option || chosen?.includes(id)).map(({ text }) => text);
  if (texts.length > 0) return texts.join('; ');
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return unit ? `${value} ${unit}` : value;
  return 'no answer';
}
