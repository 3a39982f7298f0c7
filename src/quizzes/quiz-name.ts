import { isUuid } from './attempts/lock-attempt.js';

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const isSlug = (text: string): boolean => slug.test(text);

/** How a quiz is named in an address: by its id, by `course.quiz`, or by its slug alone. Undefined for anything else. */
export function quizName(text: string): { id: string | null; slug: string | null; course: string | null } | undefined {
  if (isUuid(text)) return { id: text, slug: null, course: null };
  const parts = text.split('.');
  if (parts.length > 2 || !parts.every(isSlug)) return undefined;
  return { id: null, slug: parts.at(-1)!, course: parts.length === 2 ? parts[0]! : null };
}
