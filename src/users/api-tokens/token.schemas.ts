import { z } from 'zod';
import { passwordSchema } from '../users.schemas.js';

/** One box that is ticked comes as a text, several as a list. */
const ticked = (value: unknown) => (value === undefined ? [] : [value].flat());

export const lifetimes = [30, 90, 365] as const;

export const newTokenSchema = z.strictObject({
  name: z
    .string('Give the token a name.')
    .trim()
    .min(1, 'Give the token a name.')
    .max(80, 'Use at most 80 characters.')
    .regex(/^[^\p{Cc}]*$/u, 'Use characters that can be seen.'),
  scopes: z
    .preprocess(ticked, z.array(z.string()).min(1, 'Choose what it may do.').max(50))
    .transform((scopes) => [...new Set(scopes)])
    .describe('`orders:read` and the like, as the description of each route names them'),
  days: z.coerce
    .number('Choose for how long.')
    .refine((days) => lifetimes.some((one) => one === days), 'Choose one of the times.')
    .describe(lifetimes.join(', ')),
  currentPassword: passwordSchema,
});

export const tokenAnswer = z.object({
  id: z.uuid(),
  name: z.string(),
  beginsWith: z.string(),
  scopes: z.array(z.string()),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable().describe('Within five minutes'),
  lastUsedIp: z.string().nullable(),
});

export const madeTokenAnswer = z.object({
  id: z.uuid(),
  name: z.string(),
  token: z.string().describe('Answered this once: keep it where secrets are kept'),
});
