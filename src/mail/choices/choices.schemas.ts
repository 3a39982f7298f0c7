import { z } from 'zod';
import { isZone } from '../../shared/index.js';
import { topics } from '../topics.js';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time of day like 21:00.');

export const hoursSchema = z.strictObject({
  zone: z.string().refine(isZone, 'Choose a time zone from the list.'),
  from: time,
  to: time,
});

const flags = <T extends z.ZodType>(flag: T) =>
  Object.fromEntries(topics.map((topic) => [topic, flag])) as Record<(typeof topics)[number], T>;

export const wishesSchema = z.strictObject(flags(z.boolean()));

/** What the form sends: a ticked box, or nothing. */
export const choicesForm = z
  .object({ ...flags(z.literal('yes').optional()), ...hoursSchema.shape })
  .transform(({ zone, from, to, ...ticked }) => ({
    topics: Object.fromEntries(topics.map((topic) => [topic, ticked[topic] === 'yes'])) as z.infer<typeof wishesSchema>,
    quiet: { zone, from, to },
  }));

export const choicesBody = z.strictObject({ topics: wishesSchema.partial(), quiet: hoursSchema.optional() });
export const choicesAnswer = z.object({
  topics: wishesSchema,
  quiet: hoursSchema,
  broken: z.object({ at: z.iso.datetime(), detail: z.string() }).nullable().describe('Mail came back: when, and why'),
});

export const stopBody = z.strictObject({ wanted: z.boolean() });
export const stopAnswer = z.object({ address: z.string(), topic: z.enum(topics), wanted: z.boolean() });
