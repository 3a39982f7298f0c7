import { z } from 'zod';

export const draftAnswer = z.object({
  id: z.uuid(),
  course: z.string(),
  title: z.string().nullable().describe('Of the current edition'),
  state: z.enum(['draft', 'in review', 'changes asked', 'approved', 'scheduled', 'published', 'discarded']),
  begunBy: z.string(),
  begunAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  base: z.int().nullable().describe('The edition it began from or took in last'),
  newest: z.int().nullable().describe('The newest edition of the course'),
  publishAt: z.iso.datetime().nullable(),
});
export const problemAnswer = z.object({ file: z.string(), line: z.int(), message: z.string() });
export const fileCard = z.object({
  path: z.string(),
  rev: z.int(),
  size: z.int().describe('In bytes'),
  by: z.string(),
  at: z.iso.datetime(),
  changed: z.boolean().describe('Since the draft began'),
});
export const wholeDraft = draftAnswer.extend({ files: z.array(fileCard), problems: z.array(problemAnswer) });
export const fileAnswer = z.object({ path: z.string(), rev: z.int(), text: z.string() });
export const savedAnswer = z.object({ rev: z.int() });
export const conflictAnswer = z.object({
  code: z.literal('file_changed'),
  rev: z.int().describe('The newest save'),
  by: z.string(),
  theirs: z.string().describe('What stands there now'),
  merged: z.string().optional().describe('Both changes together, where they do not meet'),
});
