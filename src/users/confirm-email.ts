import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import type { Role } from '../web/index.js';
import type { KnownPerson } from './check-credentials.js';
import { Tokens } from './tokens.js';
import { linkGone } from './users.errors.js';

export interface Confirmed {
  person: KnownPerson;
  nextPath: string | null;
}

/** The owner of the mailbox says that the address is theirs. */
@Injectable()
export class ConfirmEmail {
  constructor(
    private readonly db: Database,
    private readonly tokens: Tokens,
  ) {}

  /** @throws link_gone */
  execute(token: string): Promise<Confirmed> {
    return this.db.transaction(async (tx) => {
      const owner = await this.tokens.use(tx, 'confirm-email', token);
      if (!owner) throw linkGone();
      const { personId, name, email, nextPath } = owner;
      const person = await tx.row<{ roles: Role[] }>(
        `UPDATE people SET confirmed_at = coalesce(confirmed_at, now()) WHERE id = $1
         RETURNING ARRAY(SELECT r.role FROM person_roles r WHERE r.person_id = people.id ORDER BY r.role) AS roles`,
        [personId],
      );
      return { person: { personId, name, email, confirmed: true, roles: person!.roles }, nextPath };
    });
  }
}
