import { z } from 'zod';
import { safeNextPath } from './next-path.js';

/** Marks that would turn text around or hide it do not belong into a name. */
const invisible = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

export const nameSchema = z
  .string('Enter your name.')
  .trim()
  .min(1, 'Enter your name.')
  .max(120, 'Use at most 120 characters.')
  .refine((name) => !invisible.test(name), 'Use letters that can be printed.')
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
