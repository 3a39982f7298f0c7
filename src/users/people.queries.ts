import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../database/index.js';

/** Whom a mail goes to. */
export interface Addressee {
  id: string;
  name: string;
  email: string;
}

export interface Person extends Addressee {
  /** The person has shown that the address is theirs. */
  confirmed: boolean;
}

@Injectable()
export class PeopleQueries {
  constructor(private readonly db: Database) {}

  byId(id: string, runner: Runner = this.db): Promise<Person | undefined> {
    return runner.row(
      'SELECT id, name, email, confirmed_at IS NOT NULL AS confirmed FROM people WHERE id = $1 AND erased_at IS NULL',
      [id],
    );
  }

  byEmail(email: string, runner: Runner = this.db): Promise<Person | undefined> {
    return runner.row(
      'SELECT id, name, email, confirmed_at IS NOT NULL AS confirmed FROM people WHERE lower(email) = lower($1)',
      [email],
    );
  }
}
