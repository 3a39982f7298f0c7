import type { Tx } from '../database/index.js';
import type { Facts } from '../jobs/index.js';
import { newId, notFound } from '../shared/index.js';
import type { Role } from '../web/index.js';
import { endSessions } from './sessions/end-sessions.js';

export interface RoleChange {
  personId: string;
  role: Role;
  /** Null when the operator acts from the command line. */
  by: string | null;
  reason: string;
}

/** Waits until no other change of this person's roles is under way. @throws not_found */
export async function lockPerson(tx: Tx, personId: string): Promise<void> {
  const person = await tx.row('SELECT id FROM people WHERE id = $1 FOR UPDATE', [personId]);
  if (!person) throw notFound('person');
}

/** Who changed what and why; and the person signs in again: no old session lives on with other rights. */
export async function recordRoleChange(
  tx: Tx,
  facts: Facts,
  change: 'granted' | 'revoked',
  of: RoleChange,
): Promise<void> {
  await tx.rows(
    'INSERT INTO role_changes (id, person_id, role, change, changed_by, reason) VALUES ($1, $2, $3, $4, $5, $6)',
    [newId(), of.personId, of.role, change, of.by, of.reason],
  );
  facts.record(tx, `role.${change}`, { personId: of.personId, role: of.role, by: of.by });
  await endSessions(tx, of.personId);
}
