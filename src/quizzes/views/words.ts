import type { ReviewPart } from '../../courses/index.js';

export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

export const percentText = (score: number): string => `${score}%`;

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
