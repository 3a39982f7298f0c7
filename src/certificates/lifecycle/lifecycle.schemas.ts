import { z } from 'zod';
import { suspensionCauses } from './suspend-certificate.js';

const reason = z
  .string('Say why.')
  .trim()
  .min(1, 'Say why: the holder reads it.')
  .max(500, 'Use at most 500 characters.');

export const suspensionSchema = z.strictObject({ cause: z.enum(suspensionCauses, 'Choose a cause.'), reason });

const list = z.union([z.array(z.string()), z.string().transform((one) => [one])]);
export const correctionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('name'), name: z.string().trim().min(1, 'Write the name.').max(200), reason }),
  z.strictObject({ kind: z.literal('scope'), procedures: list.default([]), reason }),
]);
