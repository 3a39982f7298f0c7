import type { DataCheck } from '../database/index.js';

/** What must hold of what people write. */
export const discussionChecks: DataCheck[] = [
  {
    invariant: 'I3',
    says: 'an answer stands at the place of what it answers, which is no answer itself',
    sql: `SELECT 'comment ' || c.id AS what FROM comments c JOIN comments begun ON begun.id = c.answers
      WHERE begun.answers IS NOT NULL OR begun.place <> c.place`,
  },
];
