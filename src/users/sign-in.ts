import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { newId } from '../shared/index.js';
import type { Viewer } from '../web/index.js';
import { Passwords } from './passwords/passwords.js';
import { Tries } from './throttle/tries.js';
import { wrongCredentials } from './users.errors.js';

export interface Credentials {
  email: string;
  password: string;
  ip: string;
}

/** Checks e-mail and password, with growing patience asked of those who get it wrong. */
@Injectable()
export class SignIn {
  constructor(
    private readonly db: Database,
    private readonly passwords: Passwords,
    private readonly tries: Tries,
  ) {}

  /** Who it is, with the id of the session that is to begin. @throws wrong_credentials, too_many_tries, busy */
  async execute({ email, password, ip }: Credentials): Promise<Viewer> {
    await this.tries.refuseIfTooMany(email, ip);
    const found = await this.passwords.inTurn(async (check) => {
      // Asked again now that it is our turn: of many guesses sent at once few are looked at.
      await this.tries.refuseIfTooMany(email, ip);
      const person = await this.find(email);
      const right = await check(person?.passwordHash, password);
      if (right) return person;
      await this.tries.note('sign-in', email, ip);
      return undefined;
    });
    if (!found) throw wrongCredentials();
    await this.tries.forget(email, ip);
    const { personId, name, roles, confirmed } = found;
    return { personId, name, email: found.email, roles, confirmed, sessionId: newId() };
  }

  private find(email: string) {
    return this.db.row<Omit<Viewer, 'sessionId'> & { passwordHash: string }>(
      `SELECT p.id AS "personId", p.name, p.email, p.password_hash AS "passwordHash",
         p.confirmed_at IS NOT NULL AS confirmed,
         ARRAY(SELECT r.role FROM person_roles r WHERE r.person_id = p.id ORDER BY r.role) AS roles
       FROM people p WHERE lower(p.email) = lower($1)`,
      [email],
    );
  }
}
