import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { Facts } from '../jobs/index.js';
import { lockPerson, recordRoleChange, type RoleChange } from './role-changes.js';

/** Gives a person a role. Giving it twice changes nothing more. */
@Injectable()
export class GrantRole {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
  ) {}

  /** @throws not_found */
  execute(change: RoleChange): Promise<void> {
    return this.db.transaction(async (tx) => {
      await lockPerson(tx, change.personId);
      const granted = await tx.row(
        `INSERT INTO person_roles (person_id, role, granted_by) VALUES ($1, $2, $3)
         ON CONFLICT (person_id, role) DO NOTHING RETURNING role`,
        [change.personId, change.role, change.by],
      );
      if (granted) await recordRoleChange(tx, this.facts, 'granted', change);
    });
  }
}
