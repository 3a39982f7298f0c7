import type { DataCheck } from '../database/index.js';

/** What must hold of people and the ways in which they come in. */
export const usersChecks: DataCheck[] = [
  {
    invariant: 'I3',
    says: 'who was erased has neither a session nor a token',
    sql: `SELECT 'person ' || p.id AS what FROM people p WHERE p.erased_at IS NOT NULL AND (
        EXISTS (SELECT FROM sessions s WHERE s.person_id = p.id)
        OR EXISTS (SELECT FROM api_tokens t WHERE t.person_id = p.id))`,
  },
];
