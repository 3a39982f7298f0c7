import { z } from 'zod';

const slug = z
  .string()
  .trim()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Small letters, digits and hyphens.')
  .max(120);

/** Where a package is played. */
export const placeSchema = z.object({ course: slug, lesson: slug });

/** Chosen from a list as `course/lesson`. */
export const placeForm = z.object({
  place: z
    .string()
    .regex(/^[a-z0-9-]{1,120}\/[a-z0-9-]{1,120}$/, 'Choose a lesson.')
    .transform((text) => ({ course: text.split('/')[0]!, lesson: text.split('/')[1]! })),
});

export const packageAnswer = z.object({
  id: z.uuid(),
  course: z.string(),
  lesson: z.string(),
  number: z.int().describe('Its version for this lesson'),
  title: z.string(),
  standard: z.enum(['scorm-1.2', 'scorm-2004']),
  items: z.array(z.object({ id: z.string(), title: z.string(), reports: z.boolean() })),
  notes: z.array(z.string()).describe('What was found and is not followed'),
  files: z.int(),
  bytes: z.int(),
  uploadedAt: z.iso.datetime(),
  opened: z.int(),
  finished: z.int(),
});
