import { z } from 'zod';
import { words } from '../../shared/index.js';
import { licenceJson, licenceStoryJson } from '../licences/licence.schemas.js';

export const reasonSchema = z.strictObject({ reason: words(2000) });
export const approvalSchema = z.strictObject({ note: z.string().trim().max(2000).default('') });
export const refusalSchema = z.strictObject({
  reason: words(2000),
  isFinal: z.boolean().default(false).describe('The person is not eligible at all: what they paid for goes back'),
});

/** The decision of the page's form: the reason is asked for wherever the learner reads it. */
export const decisionSchema = z
  .strictObject({
    decision: z.enum(['approve', 'ask', 'refuse', 'turn-away'], 'Choose what you decide.'),
    reason: z.string().trim().max(2000, 'Use at most 2,000 characters.').default(''),
  })
  .refine(({ decision, reason }) => decision === 'approve' || reason !== '', {
    path: ['reason'],
    message: 'Write what the learner has to know.',
  });

export const waitingJson = licenceJson.extend({ waitingSince: z.iso.datetime(), round: z.int(), mine: z.boolean() });
export const registryJson = z.object({
  status: z.enum(['active', 'inactive', 'unknown']),
  holderName: z.string().nullable(),
  expiresOn: z.iso.date().nullable(),
});
export const caseJson = licenceStoryJson.extend({
  registry: registryJson.describe('What the register says. An active NPI does not prove licensure'),
  paperLinks: z.array(
    z.object({
      mediaType: z.string(),
      path: z.string().describe('Opens the paper for you alone, for 5 minutes; each opening is recorded'),
    }),
  ),
});
