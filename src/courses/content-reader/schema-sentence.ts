import type { z } from 'zod';

/** What a schema refused, as a sentence for an author. */
export function sentenceOf(issue: z.core.$ZodIssue, whole: unknown): string {
  const name = issue.path.map(String).join('.');
  const value = issue.path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown> | null)?.[step], whole);
  if (name === '') return value === null || value === undefined ? 'Nothing is written here.' : issue.message;
  if (value === undefined) return `"${name}" is missing.`;
  return issue.code === 'custom' ? issue.message : `"${name}" is not right: ${issue.message}.`;
}
