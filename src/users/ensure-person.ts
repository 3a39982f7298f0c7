import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { newId } from '../shared/index.js';
import type { Role } from '../web/index.js';
import { Passwords } from './passwords/passwords.js';

export interface EnsuredPerson {
  name: string;
  email: string;
  password: string;
  roles: Role[];
}

/** Makes sure that a person exists, confirmed and with these roles. Somebody who exists keeps name and password. */
@Injectable()
export class EnsurePerson {
  constructor(
    private readonly db: Database,
    private readonly passwords: Passwords,
  ) {}

  async execute({ name, email, password, roles }: EnsuredPerson): Promise<string> {
    return (await this.find(email, roles)) ?? this.add(name, email, await this.passwords.hash(password), roles);
  }

  /** Makes many learners at once who share one password, for demonstrations. @returns their ids in the order given */
  async crowd(people: readonly Pick<EnsuredPerson, 'name' | 'email'>[], password: string): Promise<string[]> {
    const hash = await this.passwords.hash(password);
    const ids = people.map(() => newId());
    await this.db.rows(
      `WITH added AS (
         INSERT INTO people (id, name, email, password_hash, confirmed_at)
         SELECT id, name, email, $4, now() FROM unnest($1::uuid[], $2::text[], $3::text[]) AS p (id, name, email) RETURNING id)
       INSERT INTO person_roles (person_id, role) SELECT id, 'learner' FROM added`,
      [ids, people.map(({ name }) => name), people.map(({ email }) => email), hash],
    );
    return ids;
  }

  private async find(email: string, roles: Role[]): Promise<string | undefined> {
    const found = await this.db.row<{ id: string }>(
      `SELECT p.id FROM people p WHERE lower(p.email) = lower($1)
         AND NOT EXISTS (SELECT unnest($2::text[]) EXCEPT SELECT r.role FROM person_roles r WHERE r.person_id = p.id)`,
      [email, roles],
    );
    return found?.id;
  }

  private add(name: string, email: string, hash: string, roles: Role[]): Promise<string> {
    return this.db.transaction(async (tx) => {
      await tx.rows(
        `INSERT INTO people (id, name, email, password_hash, confirmed_at) VALUES ($1, $2, $3, $4, now())
         ON CONFLICT (lower(email)) DO NOTHING`,
        [newId(), name, email, hash],
      );
      const person = await tx.row<{ id: string }>('SELECT id FROM people WHERE lower(email) = lower($1)', [email]);
      await tx.rows('INSERT INTO person_roles (person_id, role) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING', [
        person!.id,
        roles,
      ]);
      return person!.id;
    });
  }
}
