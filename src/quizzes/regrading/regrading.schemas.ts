import { z } from 'zod';
import { policies } from './regrade-mark.js';

export const commitBody = z.strictObject({
  digest: z.string().max(80).describe('Of the dry run you saw; another outcome is refused'),
});

const mark = z.object({ awarded: z.number(), critical: z.string().nullable(), finding: z.string().nullable() });
const regrade = {
  ...{ id: z.uuid(), question: z.string(), part: z.string().nullable(), policy: z.enum(policies) },
  ...{ version: z.int().nullable(), lowers: z.boolean(), reason: z.string(), proposedBy: z.string() },
  committedBy: z.string().nullable(),
  progress: z
    .object({ attempts: z.int(), done: z.int(), finished: z.boolean() })
    .nullable()
    .describe('Of a committed one: how many attempts it was committed for, and how many are done'),
};
export const regradeAnswer = z.object(regrade);
export const outcomeAnswer = z.object({
  ...regrade,
  digest: z.string().describe('Send it to commit exactly this'),
  numbers: z.object({
    ...{ attempts: z.int(), marks: z.int(), toPassed: z.int(), toFailed: z.int() },
    kept: z.int().describe('Would lose their pass and stay as they are'),
    certificates: z.int(),
  }),
  rows: z.array(
    z.object({
      ...{ attempt: z.uuid(), passedBefore: z.boolean(), passed: z.boolean(), kept: z.boolean() },
      changes: z.array(z.object({ questionId: z.uuid(), possible: z.number(), before: mark, after: mark })),
      certificates: z.array(z.object({ number: z.string(), title: z.string() })),
    }),
  ),
});
