import { z } from 'zod';
import { typedNumber, words } from '../../shared/index.js';

const reason = words(500);

/** What a proctor may do, each with its reason. */
export const proctorBody = z.discriminatedUnion('action', [
  z.strictObject({ action: z.enum(['pause', 'resume', 'end']), reason }),
  z.strictObject({
    action: z.literal('extend'),
    minutes: typedNumber(
      z.number('Write a number of minutes.').int('Write whole minutes.').min(1, 'At least 1.').max(600, 'At most 600.'),
    ),
    reason,
  }),
  z.strictObject({
    action: z.literal('void'),
    counts: z.stringbool().or(z.boolean()).describe('Whether it counts among the attempts'),
    reason,
  }),
]);

/** The one form of the page: fields that the chosen act does not use are left aside. */
export const proctorForm = z
  .looseObject({ action: z.unknown() })
  .transform(({ action, minutes, counts, reason }: Record<string, unknown>) => ({
    action,
    reason,
    ...(action === 'extend' && { minutes }),
    ...(action === 'void' && { counts }),
  }))
  .pipe(proctorBody);
