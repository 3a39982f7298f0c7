import { z } from 'zod';
import { emailSchema } from '../../users/index.js';
import { caseKinds, caseStatuses } from './case.js';

const text = (missing: string) => z.string(missing).trim().min(1, missing).max(4000, 'Use at most 4,000 characters.');

export const appealSchema = z.strictObject({ text: text('Say why the decision should be changed.') });

export const complaintSchema = z.strictObject({
  text: text('Say what happened.'),
  contact: z.union([z.literal('').transform(() => undefined), emailSchema]).optional(),
});

export const nameSchema = z.strictObject({
  wanted: z
    .string('Write the name.')
    .trim()
    .min(1, 'Write the name as it should stand.')
    .max(200, 'Use at most 200 characters.'),
  text: text('Say why the name changes, and which document shows it.'),
});

export const outcomeSchema = z.strictObject({
  outcome: z.enum(['upheld', 'dismissed'], 'Choose whether to uphold or to dismiss.'),
  answer: z
    .string('Say why.')
    .trim()
    .min(1, 'Say why: whoever opened the case reads it, and the holder does when something changes for them.')
    .max(2000, 'Use at most 2,000 characters.'),
});

export const caseJson = z.object({
  id: z.uuid(),
  kind: z.enum(caseKinds),
  status: z.enum(caseStatuses),
  certification: z.string(),
  number: z.string().nullable(),
  applicationId: z.uuid().nullable(),
  text: z.string(),
  wanted: z.string().nullable(),
  openedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  answer: z.string().nullable(),
  closedAt: z.iso.datetime().nullable(),
});
export const caseList = z.object({ items: z.array(caseJson) });
export const opened = z.object({ id: z.uuid() });
