import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import type { Viewer } from '../web/index.js';
import { Passwords } from './passwords/passwords.js';
import { Tries } from './throttle/tries.js';

export interface Credentials {
  email: string;
  password: string;
  ip: string;
}

export type KnownPerson = Omit<Viewer, 'sessionId'>;

/** Whose e-mail and password these are, with growing patience asked of those who get them wrong. */
@Injectable()
export class CheckCredentials {
  constructor(
    private readonly db: Database,
    private readonly passwords: Passwords,
    private readonly tries: Tries,
  ) {}

  /** Undefined for a wrong password and for an unknown e-mail, after the same work. @throws too_many_tries, busy */
  async execute({ email, password, ip }: Credentials): Promise<KnownPerson | undefined> {
    await this.tries.refuseIfTooMany(email, ip);
    const person = await this.passwords.inTurn(async (matches) => {
      // Asked again now that it is our turn: of many guesses sent at once few are looked at.
      await this.tries.refuseIfTooMany(email, ip);
      const found = await this.find(email);
      if (await matches(found?.passwordHash, password)) return found;
      await this.tries.note('sign-in', email, ip);
      return undefined;
    });
    if (!person) return undefined;
    await this.tries.forget(email, ip);
    const { personId, name, roles, confirmed } = person;
    return { personId, name, email: person.email, roles, confirmed };
  }

  private find(email: string) {
    return this.db.row<KnownPerson & { passwordHash: string }>(
      `SELECT p.id AS "personId", p.name, p.email, p.password_hash AS "passwordHash",
         p.confirmed_at IS NOT NULL AS confirmed,
         ARRAY(SELECT r.role FROM person_roles r WHERE r.person_id = p.id ORDER BY r.role) AS roles
       FROM people p WHERE lower(p.email) = lower($1)`,
      [email],
    );
  }
}
