import type { ErasureStep } from '../database/index.js';

export const videosErasure: ErasureStep[] = [
  {
    what: 'video_watches: where the person was in videos and what they saw; that lessons are complete stays',
    sql: `DELETE FROM video_watches w USING enrollments e WHERE e.id = w.enrollment_id AND e.person_id = $1`,
  },
];
