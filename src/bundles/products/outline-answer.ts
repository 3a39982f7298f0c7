import { z } from 'zod';

/** What a course is made of, and what of it does not open at once. */
export const outlineAnswer = z.array(
  z.object({
    title: z.string(),
    complete: z.enum(['any', 'none']).optional().describe('How much of it the course asks for: all if it is not said'),
    items: z.array(
      z.object({
        kind: z.enum(['lesson', 'quiz']),
        slug: z.string(),
        title: z.string(),
        minutes: z.int().optional(),
        opens: z
          .union([z.object({ days: z.int() }), z.object({ on: z.iso.datetime() })])
          .optional()
          .describe('Not at once: days of 24 hours after the course is begun, or at one instant for everybody'),
        needs: z.array(z.string()).optional().describe('Courses to complete before it opens'),
        preview: z.literal(true).optional().describe('Free for everybody, at `/courses/:slug/previews/:lesson`'),
      }),
    ),
  }),
);
