import type { Tx } from '../../database/index.js';
import { givesAccess } from '../enrollment.queries.js';

/** What gave access: its kind and id, and the courses meant, if not all it gave. */
export interface AccessSource {
  sourceKind: string;
  sourceId: string;
  courseIds?: string[] | undefined;
}

/** An enrollment that one source has to do with, and whether it gave access before the change. */
export interface Touched {
  enrollmentId: string;
  personId: string;
  courseId: string;
  open: boolean;
}

/** Locks the enrollments of a source in one order: two sources that change together then see each other's change. */
export async function lockEnrollments(tx: Tx, { sourceKind, sourceId, courseIds }: AccessSource): Promise<Touched[]> {
  const held = await tx.rows<Omit<Touched, 'open'>>(
    `SELECT e.id AS "enrollmentId", e.person_id AS "personId", e.course_id AS "courseId" FROM enrollments e
     WHERE e.id IN (SELECT enrollment_id FROM grants WHERE source_kind = $1 AND source_id = $2)
       AND ($3::uuid[] IS NULL OR e.course_id = ANY($3))
     ORDER BY e.course_id, e.id FOR NO KEY UPDATE`,
    [sourceKind, sourceId, courseIds ?? null],
  );
  const open = await openAmong(tx, held);
  return held.map((each) => ({ ...each, open: open.has(each.enrollmentId) }));
}

/** Which of these enrollments give access now. A statement of its own: it sees what was committed while locks were waited for. */
export async function openAmong(tx: Tx, enrollments: Pick<Touched, 'enrollmentId'>[]): Promise<Set<string>> {
  const rows = await tx.rows<{ id: string }>(
    `SELECT DISTINCT g.enrollment_id AS id FROM grants g WHERE g.enrollment_id = ANY($1::uuid[]) AND ${givesAccess}`,
    [enrollments.map(({ enrollmentId }) => enrollmentId)],
  );
  return new Set(rows.map(({ id }) => id));
}
