import type { ErasureHold, ErasureStep } from '../../database/index.js';

/** What every room does and says when a person is erased; put together where the application is. */
export abstract class ErasurePlan {
  abstract readonly steps: ErasureStep[];
  abstract readonly holds: ErasureHold[];
}

/** What of this room goes; last, because the other rooms find their rows by the address. */
export const usersErasure: ErasureStep[] = [
  { what: 'sessions: where and with what they signed in', sql: 'DELETE FROM sessions WHERE person_id = $1' },
  {
    what: 'api_tokens: all of them, and from where they were used',
    sql: 'DELETE FROM api_tokens WHERE person_id = $1',
  },
  { what: 'tokens: links in mails', sql: 'DELETE FROM tokens WHERE person_id = $1' },
  { what: 'person_roles: all of them', sql: 'DELETE FROM person_roles WHERE person_id = $1' },
  {
    what: 'erasures: done, and the reason an admin gave',
    sql: `UPDATE erasures SET reason = NULL,
        erased_at = CASE WHEN taken_back_at IS NULL THEN coalesce(erased_at, now()) END WHERE person_id = $1`,
  },
  {
    what: 'people: name and address',
    sql: `UPDATE people SET name = 'Erased person', email = 'erased-' || id || '@erased.invalid', confirmed_at = NULL,
        erased_at = now() WHERE id = $1`,
  },
];
