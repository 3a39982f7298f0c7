import type { ErasureStep } from '../database/index.js';

export const enrollmentErasure: ErasureStep[] = [
  {
    what: 'lesson_places: where they stopped reading',
    sql: 'DELETE FROM lesson_places p USING enrollments e WHERE e.id = p.enrollment_id AND e.person_id = $1',
  },
  {
    what: 'study_notes: what they wrote and marked in lessons',
    sql: 'DELETE FROM study_notes n USING enrollments e WHERE e.id = n.enrollment_id AND e.person_id = $1',
  },
  {
    what: 'course_evaluations: what they wrote; the marks stay, with nobody behind them',
    sql: `UPDATE course_evaluations v SET bias = '', change = '', improve = '' FROM enrollments e
      WHERE e.id = v.enrollment_id AND e.person_id = $1`,
  },
];
