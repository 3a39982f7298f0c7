import type { ErasureStep } from '../database/index.js';

export const discussionErasure: ErasureStep[] = [
  {
    what: 'comments: what they wrote; where it was answered, a gap stays',
    sql: `UPDATE comments SET text = NULL, standing = 'deleted', rev = rev + 1 WHERE person_id = $1 AND standing <> 'deleted'`,
  },
  { what: 'comment_reports: what they reported', sql: 'DELETE FROM comment_reports WHERE by = $1' },
];
