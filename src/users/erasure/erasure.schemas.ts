import { z } from 'zod';
import { reasonSchema } from '../users.schemas.js';

export const ownErasureSchema = z.strictObject({
  currentPassword: z.string('Enter your present password.').min(1, 'Enter your present password.').max(1000),
});
export const personErasureSchema = z.strictObject({ reason: reasonSchema });
export const pendingErasure = z.object({
  askedAt: z.iso.datetime().nullable(),
  dueAt: z.iso.datetime().nullable().describe('Null when nothing was asked'),
  holds: z.array(z.string()).describe('Why it cannot be done yet'),
});
