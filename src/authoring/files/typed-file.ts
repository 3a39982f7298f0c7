import { z } from 'zod';
import { type FileSave } from './file.queries.js';
import { textOf } from './save-file.js';
import { withLessonForm } from './lesson-form.js';

const text = z.string().max(1_000_000);

/** What the editor of a file sends: the whole text, or the fields of a lesson and its body. */
export const typedFile = z.object({
  rev: z.coerce.number().int().min(0).max(1_000_000),
  act: z.enum(['save', 'preview']).default('save'),
  merged: z.string().optional(),
  source: text.optional(),
  ...{ title: text.optional(), summary: text.optional(), minutes: text.optional(), reviewed: text.optional() },
  ...{ sources: text.optional(), resource: text.optional(), preview: text.optional(), body: text.optional() },
});
export type TypedFile = z.infer<typeof typedFile>;

/** The whole text that was meant, from the save that the writer had before them. */
export const typedText = (typed: TypedFile, base: FileSave | undefined): string =>
  typed.source ?? withLessonForm(textOf(base), typed);
