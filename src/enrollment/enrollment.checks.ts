import type { DataCheck } from '../database/index.js';

/** What must hold of what is learnt. */
export const enrollmentChecks: DataCheck[] = [
  {
    invariant: 'I3',
    says: 'an evaluation is about the edition that its learner studied',
    sql: `SELECT 'evaluation ' || v.id AS what FROM course_evaluations v JOIN enrollments e ON e.id = v.enrollment_id
      WHERE e.edition_id <> v.edition_id`,
  },
];
