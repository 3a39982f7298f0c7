import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../database/index.js';
import { Facts } from '../jobs/index.js';
import { lockPerson, recordRoleChange, type RoleChange } from './role-changes.js';
import { lastAdmin } from './users.errors.js';

/** Takes a role away. Taking it twice changes nothing more. There is always an admin left. */
@Injectable()
export class RevokeRole {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
  ) {}

  /** @throws not_found, last_admin */
  execute(change: RoleChange): Promise<void> {
    return this.db.transaction(async (tx) => {
      // Two admins who revoke each other at once must not both succeed.
      if (change.role === 'admin') await tx.lock('users.admins');
      await lockPerson(tx, change.personId);
      const revoked = await tx.row('DELETE FROM person_roles WHERE person_id = $1 AND role = $2 RETURNING role', [
        change.personId,
        change.role,
      ]);
      if (!revoked) return;
      if (change.role === 'admin') await requireAdmin(tx);
      await recordRoleChange(tx, this.facts, 'revoked', change);
    });
  }
}

async function requireAdmin(tx: Tx): Promise<void> {
  if (!(await tx.row(`SELECT 1 FROM person_roles WHERE role = 'admin' LIMIT 1`))) throw lastAdmin();
}
