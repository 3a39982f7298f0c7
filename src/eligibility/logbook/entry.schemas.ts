import { z } from 'zod';
import { planes } from '../../questions/index.js';
import { slug, words } from '../../shared/index.js';
import { identifying, identifyingNumbers } from './identifying-text.js';
import { isZone } from './local-day.js';

export const ageBands = ['18–24', '25–34', '35–44', '45–54', '55–64', '65–74', '75 or older'] as const;

const checked = (longest: number, why: (text: string) => string | undefined) =>
  words(longest).superRefine((text, context) => {
    const message = why(text);
    if (message) context.addIssue({ code: 'custom', message });
  });

/** What a person writes about a patient: nothing in it may tell who it was. */
export const anonymous = (longest: number) => checked(longest, identifying);
const named = (longest: number) => checked(longest, identifyingNumbers);
const optional = (text: z.ZodType<string>) => z.union([z.literal(''), text]).default('');

export const pointSchema = z.strictObject({
  x: z.int().min(0).max(1_000_000).describe('Millionths of the width of the drawing'),
  y: z.int().min(0).max(1_000_000).describe('Millionths of the height of the drawing'),
  units: z.string().max(40).describe('A decimal number above zero'),
  depth: z.enum(planes),
});

/** What may be corrected afterwards. */
export const contentFields = {
  place: named(120),
  ageBand: z.enum(ageBands, 'Choose the age band.'),
  indication: anonymous(500),
  product: named(80),
  lot: words(30).regex(/^[\p{L}\p{N} ./-]+$/u, 'Write letters, digits, points and hyphens.'),
  dilution: optional(named(120)),
  complications: anonymous(1_000),
};

/** What stays as it was written first. */
export const fixedFields = {
  id: z.uuid().optional().describe('Made by who writes: sent twice, it is one entry'),
  procedure: slug,
  performedOn: z.iso.date('Write the day.').describe('In the calendar of where it was done'),
  zone: z
    .string()
    .max(60)
    .transform((zone) => zone || 'UTC')
    .refine(isZone, 'There is no such time zone.')
    .default('UTC'),
};

export const whyField = { why: anonymous(500) };

/** A point of the map as it is stored. */
export interface MapPoint extends Omit<z.infer<typeof pointSchema>, 'units'> {
  /** Decimal text, above zero. */
  units: string;
}

/** What an entry says, as it is stored and signed. */
export interface EntryContent {
  place: string;
  ageBand: (typeof ageBands)[number];
  indication: string;
  product: string;
  lot: string;
  dilution: string;
  complications: string;
  points: MapPoint[];
}
