import { ContentProblem, type CourseContent, type Needing, needsCanBeMet, Problems } from '../content-reader/index.js';
import type { Tx } from '../../database/index.js';

/**
 * No circle runs through any edition, old ones too: whoever began one of them would find both courses closed for ever.
 * @throws ContentProblem
 */
export async function needsAreMet(tx: Tx, courses: CourseContent[]): Promise<void> {
  if (courses.every(({ outline }) => outline.every(({ items }) => items.every(({ needs }) => !needs)))) return;
  const standing = await tx.rows<Needing>(
    `SELECT c.slug, '' AS file, e.outline FROM courses c JOIN editions e ON e.course_id = c.id`,
  );
  const all = [...courses, ...standing];
  const problems = new Problems();
  needsCanBeMet(all, new Set(all.map(({ slug }) => slug)), problems);
  const theirs = new Set(courses.map(({ file }) => file));
  const found = problems.all.filter(({ file }) => theirs.has(file));
  if (found.length > 0) throw new ContentProblem(found);
}
