import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../database/index.js';

export interface Person {
  id: string;
  name: string;
  email: string;
}

@Injectable()
export class PeopleQueries {
  constructor(private readonly db: Database) {}

  byId(id: string, runner: Runner = this.db): Promise<Person | undefined> {
    return runner.row('SELECT id, name, email FROM people WHERE id = $1', [id]);
  }

  byEmail(email: string, runner: Runner = this.db): Promise<Person | undefined> {
    return runner.row('SELECT id, name, email FROM people WHERE lower(email) = lower($1)', [email]);
  }
}
