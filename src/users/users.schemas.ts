import { z } from 'zod';
import { safeNextPath } from './next-path.js';
import { roleSchema } from './roles.js';

/** Marks that would turn text around or hide it do not belong into a name. */
const invisible = /[\p{Cc}\p{Cs}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
// Joiners stand inside names of several scripts, but a name is more than them.
const letter = /\p{L}/u;

export const nameSchema = z
  .string('Enter your name.')
  .trim()
  .min(1, 'Enter your name.')
  .max(120, 'Use at most 120 characters.')
  .refine((name) => !invisible.test(name) && letter.test(name), 'Use letters that can be printed.')
  .transform((name) => name.normalize('NFC').replace(/\s+/g, ' '));

export const emailSchema = z
  .string('Enter your e-mail address.')
  .trim()
  .min(1, 'Enter your e-mail address.')
  .max(254, 'This address is too long.')
  .pipe(z.email('Enter an e-mail address like name@example.com.'));

/** A password as somebody types it to be checked; the rules for new ones are elsewhere. */
export const passwordSchema = z
  .string('Enter your password.')
  .min(1, 'Enter your password.')
  .max(1000, 'This is too long to be a password.');

/** An unsafe way on is left out without a word. */
export const nextSchema = z
  .string()
  .optional()
  .transform((next) => safeNextPath(next));

export const credentialsSchema = z.strictObject({ email: emailSchema, password: passwordSchema });

export const signUpSchema = z.strictObject({
  name: nameSchema,
  email: emailSchema,
  password: passwordSchema.describe('15 to 128 characters'),
  next: nextSchema,
});

export const emailOnlySchema = z.strictObject({ email: emailSchema });

export const tokenSchema = z.string().min(1).max(200);

export const newPasswordSchema = z.strictObject({ password: passwordSchema.describe('15 to 128 characters') });

export const passwordChangeSchema = z.strictObject({
  currentPassword: passwordSchema,
  newPassword: passwordSchema.describe('15 to 128 characters'),
});

export const reasonSchema = z
  .string('Say why.')
  .trim()
  .min(1, 'Say why, in a few words.')
  .max(500, 'Use at most 500 characters.');

export const peopleFilterSchema = z.object({
  search: z.string().trim().max(254).default(''),
  role: z.preprocess((role) => role || undefined, roleSchema.optional()),
  after: z.preprocess((after) => after || undefined, z.uuid().optional()),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export type PeopleFilter = z.infer<typeof peopleFilterSchema>;
