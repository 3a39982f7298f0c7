import { z } from 'zod';
import { slug, words } from '../../shared/index.js';
import { emailSchema } from '../../users/index.js';

const day = z.iso.date('Write the day.');
const reason = words(500);

export const authorityBody = z
  .object({
    email: emailSchema.describe('Of the preceptor'),
    procedures: z.preprocess(
      (sent) => (typeof sent === 'string' ? [sent] : sent),
      z.array(slug, 'Choose at least one procedure.').min(1, 'Choose at least one procedure.').max(50),
    ),
    fromOn: day,
    untilOn: day,
    licenceUntil: day.describe('The last day of the licence that was seen'),
    reason,
  })
  .refine(({ fromOn, untilOn }) => fromOn <= untilOn, { path: ['untilOn'], message: 'It ends before it begins.' })
  .refine(({ fromOn, licenceUntil }) => fromOn <= licenceUntil, {
    path: ['licenceUntil'],
    message: 'The licence ends before the authority begins.',
  });

export const endBody = z.object({
  kind: z
    .enum(['ended', 'revoked'], 'Choose what becomes of the sign-offs.')
    .describe('revoked: what was signed under it no longer counts'),
  endReason: reason,
});

export const assignmentBody = z.object({ email: emailSchema, learner: emailSchema, assignReason: reason });

export const endAssignmentBody = z.object({ endReason: reason });
