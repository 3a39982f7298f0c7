import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';

export interface Profession {
  slug: string;
  title: string;
}

@Injectable()
export class ProfessionQueries {
  constructor(private readonly db: Database) {}

  /** In the order in which they are offered. */
  all(): Promise<Profession[]> {
    return this.db.rows<Profession>('SELECT slug, title FROM professions ORDER BY position, slug');
  }
}
