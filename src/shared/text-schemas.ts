import { z } from 'zod';

/** One paragraph of words a person reads; control characters have no place in it. */
export const words = (longest: number) =>
  z
    .string()
    .trim()
    .min(1, 'it is empty')
    .max(longest, `it is longer than ${longest} characters`)
    .regex(/^[^\u0000-\u0008\u000b-\u001f\u007f]*$/, 'it contains control characters');

export const slug = z
  .string()
  .max(80, 'it is longer than 80 characters')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use small letters, digits and single hyphens');
