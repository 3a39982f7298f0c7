import { z } from 'zod';
import { sourceAnswer } from '../courses/index.js';

const item = z.object({ kind: z.enum(['lesson', 'quiz']), slug: z.string(), title: z.string(), minutes: z.int() });

export const enrollmentAnswer = z.object({
  id: z.uuid(),
  course: z.object({ slug: z.string(), title: z.string(), summary: z.string(), minutes: z.int() }),
  edition: z.int().describe('The number of the edition this learner studies'),
  startedAt: z.iso.datetime(),
  completedAt: z.iso.datetime().nullable(),
  itemsDone: z.int(),
  itemCount: z.int(),
  next: item.nullable().describe('The first item that is open and not done'),
  outline: z.array(
    z.object({
      title: z.string(),
      complete: z.enum(['all', 'any', 'none']).describe('How much of it the course asks for'),
      items: z.array(
        item.extend({
          state: z.enum(['new', 'seen', 'done']),
          open: z.boolean().describe('Whether it may be opened now'),
          opensAt: z.iso.datetime().nullable().describe('When its date comes, of one that is not open yet'),
          needs: z.array(z.string()).describe('Courses to complete before it opens'),
        }),
      ),
    }),
  ),
});

/** A course that is closed for now. */
export const pausedAnswer = z.object({
  course: z.object({ slug: z.string(), title: z.string() }),
  causes: z.array(z.string()).describe('`dispute`, `missed_payment`'),
});

const reference = z.object({ kind: z.enum(['lesson', 'quiz']), slug: z.string(), title: z.string() });

export const lessonAnswer = z.object({
  course: z.object({ slug: z.string(), title: z.string() }),
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  minutes: z.int(),
  reviewedOn: z.iso.date().describe('The last clinical review'),
  html: z.string().describe('Sanitised; safe to show'),
  sources: z.array(sourceAnswer),
  resource: z.object({ slug: z.string(), title: z.string(), html: z.string() }).nullable(),
  completed: z.boolean(),
  previous: reference.nullable(),
  next: reference.nullable(),
});
