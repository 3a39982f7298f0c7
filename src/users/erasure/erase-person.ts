import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { randomToken } from '../../shared/index.js';
import { Passwords } from '../passwords/passwords.js';
import { lastAdmin } from '../users.errors.js';
import { ErasurePlan, usersErasure } from './erasure-plan.js';

/** Erases one person from every room in one transaction: all of it, or nothing. Doing it again changes nothing. */
@Injectable()
export class ErasePerson {
  constructor(
    private readonly db: Database,
    private readonly plan: ErasurePlan,
    private readonly passwords: Passwords,
    private readonly facts: Facts,
  ) {}

  /**
   * @param again after a restore: nothing holds it up a second time
   * @returns whether the person was erased now; false also while something holds it up. @throws last_admin
   */
  async execute(personId: string, again = false): Promise<boolean> {
    const nobodyKnows = await this.passwords.hash(randomToken());
    return this.db.transaction(async (tx) => {
      await tx.lock('users.admins');
      const person = await tx.row('SELECT 1 FROM people WHERE id = $1 AND erased_at IS NULL FOR UPDATE', [personId]);
      if (!person) return false;
      if (await isLastAdmin(tx, personId)) throw lastAdmin();
      if (!again && (await this.isHeld(tx, personId))) return false;
      for (const { sql } of [...this.plan.steps, ...usersErasure]) await tx.rows(sql, [personId]);
      await tx.rows('UPDATE people SET password_hash = $2 WHERE id = $1', [personId, nobodyKnows]);
      this.facts.record(tx, 'person.erased', { personId });
      return true;
    });
  }

  private async isHeld(tx: Tx, personId: string): Promise<boolean> {
    for (const { sql } of this.plan.holds) if (await tx.row(sql, [personId])) return true;
    return false;
  }
}

async function isLastAdmin(tx: Tx, personId: string): Promise<boolean> {
  const admins = await tx.rows<{ id: string }>(`SELECT person_id AS id FROM person_roles WHERE role = 'admin'`);
  return admins.length === 1 && admins[0]!.id === personId;
}
