import type { DataCheck } from '../database/index.js';

/** What must hold of drafts, and of what was made of them. */
export const authoringChecks: DataCheck[] = [
  {
    invariant: 'I3',
    says: 'a draft was published after somebody approved it who did not write in it',
    sql: `SELECT 'draft ' || m.draft_id AS what FROM draft_moves m WHERE m.move = 'published' AND NOT EXISTS (
        SELECT FROM draft_moves a WHERE a.draft_id = m.draft_id AND a.move = 'approved' AND a.id < m.id
          AND NOT EXISTS (SELECT FROM draft_saves s WHERE s.draft_id = a.draft_id AND s.by = a.by AND s.how <> 'begun'))`,
  },
  {
    invariant: 'I3',
    says: 'the saves of a file of a draft are numbered without a gap',
    sql: `SELECT path || ' of draft ' || draft_id AS what FROM draft_saves GROUP BY draft_id, path HAVING max(rev) <> count(*)`,
  },
  {
    invariant: 'I3',
    says: 'the current edition of a course was not withdrawn',
    sql: `SELECT 'course ' || c.slug AS what FROM courses c JOIN edition_withdrawals w ON w.edition_id = c.current_edition_id`,
  },
];
