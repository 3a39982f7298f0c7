import { z } from 'zod';
import { slug } from '../../shared/index.js';

const instant = z
  .string()
  .regex(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/,
    'write 2026-12-03T09:00-05:00, with the distance from UTC',
  )
  .refine((text) => !Number.isNaN(Date.parse(text)), 'Write a day and time that exist.')
  .transform((text) => new Date(text).toISOString());

/** When an item opens: at one instant for everybody, or so many days of 24 hours after somebody began the course. */
const opens = z.union(
  [z.strictObject({ days: z.int().min(1).max(365) }), z.strictObject({ on: instant })],
  'write "{ days: 7 }", or "{ on: 2026-12-03T09:00-05:00 }" with the distance from UTC',
);
export type Opens = z.output<typeof opens>;

const needs = z.array(slug).min(1, 'name at least one course').max(10);

/** What must be so before an item opens. */
export const itemRulesSchema = { opens: opens.optional(), needs: needs.optional() };
export const needsSchema = { needs: needs.optional() };

export interface ItemRules {
  opens?: Opens | undefined;
  /** Courses to complete before. */
  needs?: string[] | undefined;
}

/** The rules of an item: the nearest date, and all that the course, its module and itself need. */
export function rulesWithin(...around: ItemRules[]): { opens?: Opens; needs?: string[] } {
  const date = around.findLast((each) => each.opens)?.opens;
  const courses = [...new Set(around.flatMap((each) => each.needs ?? []))];
  return { ...(date && { opens: date }), ...(courses.length > 0 && { needs: courses }) };
}
