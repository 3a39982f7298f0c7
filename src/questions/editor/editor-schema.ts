import { z } from 'zod';
import { type AuthoredQuestion, authoredQuestion } from '../authored.js';
import { type AuthoredType, editorFields } from './editors.js';
import { readEditor } from './read-editor.js';

/** The posted editor: the question it spells, or a sentence for each field that is wrong. */
export const editorSchema = (type: AuthoredType) =>
  z.record(z.string(), z.unknown()).transform((typed, context): AuthoredQuestion => {
    const read = authoredQuestion.safeParse({ ...readEditor(editorFields(type), typed), type });
    if (read.success) return read.data;
    for (const issue of read.error.issues) {
      const path = ['question', ...issue.path];
      if (path.at(-1) === 'picture' && issue.code === 'invalid_union') context.addIssue(wrongPicture(path, typed));
      else context.addIssue({ code: 'custom', path, message: sentenceOf(issue) });
    }
    return z.NEVER;
  });

/** A picture is known by its id; all that can be wrong beside it are its words. */
function wrongPicture(path: PropertyKey[], typed: Record<string, unknown>) {
  const has = typed[`${path.join('.')}.id`] || typed[`${path.join('.')}.file`];
  const said = (field: string, message: string) => ({ code: 'custom' as const, path: [...path, field], message });
  return has
    ? said('alt', 'Say what the picture shows, in at most 300 characters.')
    : said('upload', 'Choose a picture, or leave its words empty.');
}

const sentenceOf = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'invalid_type') return issue.expected === 'string' ? 'Fill this in.' : 'Enter a whole number.';
  if (issue.code === 'invalid_union') return 'This is not complete: fill in what belongs to the kind you chose.';
  if (issue.code === 'invalid_value') return 'Choose one of the choices.';
  return `${issue.message.charAt(0).toUpperCase()}${issue.message.slice(1)}${/[.?!]$/.test(issue.message) ? '' : '.'}`;
};
