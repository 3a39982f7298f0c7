import { z } from 'zod';
import { words } from '../../shared/index.js';
import { isNpi } from '../professions/npi.js';
import { jurisdictions } from './jurisdictions.js';

export const licenceStatuses = [
  ...(['unsent', 'waiting', 'asked', 'verified', 'refused', 'lapsed', 'withdrawn', 'replaced'] as const),
] as const;
export type LicenceStatus = (typeof licenceStatuses)[number];

const printed = (most: number, empty: string) =>
  z
    .string()
    .trim()
    .min(1, empty)
    .max(most, `Use at most ${most} characters.`)
    .regex(/^[^\p{Cc}\p{Bidi_Control}]*$/u, 'Use visible characters alone.');

/** What a learner says of a licence. */
export const licenceSchema = z.strictObject({
  profession: z.string().min(1, 'Choose your profession.').max(40),
  jurisdiction: z
    .string()
    .refine((code) => jurisdictions.has(code), 'Choose where the licence was given.')
    .describe('ISO 3166-2: US-CA; where one licence holds in the whole country, ISO 3166-1: GB'),
  number: printed(40, 'Write the number as it stands on the licence.').refine(
    (number) => number.replace(/[^A-Za-z0-9]/g, '').length >= 2,
    'Write the number with its letters and digits.',
  ),
  holderName: printed(120, 'Write the name as it stands on the licence.'),
  expiresOn: z.iso
    .date('Write the day as year, month and day: 2027-06-30.')
    .describe('The last day on which it stands'),
  npi: z
    .union([
      z.literal(''),
      z.string().trim().refine(isNpi, 'This is no NPI: ten digits, of which the last checks the others.'),
    ])
    .optional()
    .transform((npi) => npi || null),
});
export type LicenceData = z.output<typeof licenceSchema>;

export const answerSchema = z.strictObject({ answer: words(2000) });

export const licenceJson = z.object({
  ...{ id: z.uuid(), profession: z.string(), jurisdiction: z.string(), number: z.string(), holderName: z.string() },
  ...{ npi: z.string().nullable(), expiresOn: z.iso.date(), status: z.enum(licenceStatuses) },
  checkedOn: z.iso.date().nullable().describe('When a person or the registry last looked'),
});

export const eventJson = z.object({ kind: z.string(), at: z.iso.datetime(), note: z.string() });
export const paperJson = z.object({
  ...{ id: z.uuid(), mediaType: z.string(), size: z.int(), sentAt: z.iso.datetime() },
  deletedAt: z.iso.datetime().nullable().describe('Its content is gone since'),
});
export const licenceStoryJson = licenceJson.extend({ events: z.array(eventJson), papers: z.array(paperJson) });
