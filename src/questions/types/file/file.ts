import { z } from 'zod';
import { type Rubric, rubricSchema, wrongRubric } from '../../marking/rubric.js';
import { responseInvalid } from '../../questions.errors.js';
import type { QuestionType } from '../question-type.js';
import { readAs } from '../read-as.js';

/** What may be handed in; whether a file is what it says is decided by its first bytes. */
export const fileTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;

const limits = {
  accept: z
    .array(z.enum(fileTypes))
    .min(1)
    .default([...fileTypes]),
  maxFiles: z.int().min(1).max(5).default(1),
  maxBytes: z.int().min(1000).max(10_000_000).default(5_000_000),
};
const authored = z.strictObject({ rubric: rubricSchema, ...limits });
type Authored = z.output<typeof authored>;
export type FileLimits = Pick<Authored, 'accept' | 'maxFiles' | 'maxBytes'>;

const form = z
  .strictObject({ files: z.array(z.uuid()).max(5) })
  .describe('file: the ids that uploading the files gave');

/** Files that an examiner marks by a rubric, for example a photograph with consent, or a treatment record. */
export const file: QuestionType<Authored, FileLimits, { rubric: Rubric }, z.infer<typeof form>> = {
  authored,
  asked: z.object(limits),
  form,
  shuffled: false,
  manual: true,
  wrong: (question) => wrongRubric(question.rubric, (question as Authored & { marks: number }).marks),
  split: ({ rubric, accept, maxFiles, maxBytes }) => ({ body: { accept, maxFiles, maxBytes }, key: { rubric } }),
  parts: () => [],
  ask: ({ body: { accept, maxFiles, maxBytes } }) => ({ accept, maxFiles, maxBytes }),

  read(sent, { body }) {
    const files = [...new Set(readAs(form, sent, 'Upload the file again.')?.files ?? [])];
    if (files.length > body.maxFiles) {
      throw responseInvalid(body.maxFiles === 1 ? 'Hand in one file.' : `Hand in at most ${body.maxFiles} files.`);
    }
    return files.length > 0 ? { files } : null;
  },

  mark: () => ({ credit: 0 }),
  reveal: () => ({}),
  guess: () => 0,
};
