import { z } from 'zod';
import { slug, words } from '../../shared/index.js';
import { twice } from '../twice.js';

/** What an examiner judges by: criteria with their marks, and what a level of each looks like. */
export const rubricSchema = z
  .array(
    z.strictObject({
      id: slug,
      criterion: words(300),
      marks: z.int().min(1).max(100),
      levels: z
        .array(z.strictObject({ marks: z.int().min(0).max(100), text: words(400) }))
        .max(10)
        .default([]),
    }),
  )
  .min(1, 'name at least one criterion')
  .max(20);
export type Rubric = z.output<typeof rubricSchema>;

/** What is wrong with a rubric of a question worth so many marks. */
export function wrongRubric(rubric: Rubric, marks: number): { path: PropertyKey[]; message: string } | undefined {
  const [again] = twice(rubric.map(({ id }) => id));
  if (again !== undefined) return { path: ['rubric', again, 'id'], message: 'This id is used twice.' };
  const high = rubric.findIndex((each) => each.levels.some((level) => level.marks > each.marks));
  if (high >= 0) return { path: ['rubric', high, 'levels'], message: 'A level is worth more than its criterion.' };
  const sum = rubric.reduce((total, each) => total + each.marks, 0);
  return sum === marks
    ? undefined
    : { path: ['rubric'], message: `The criteria are worth ${sum} marks, the question ${marks}.` };
}
