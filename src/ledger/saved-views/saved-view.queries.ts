import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';

export interface SavedView {
  id: string;
  name: string;
  address: string;
  savedAt: Date;
}

@Injectable()
export class SavedViewQueries {
  constructor(private readonly db: Database) {}

  /** A person's own, by name. */
  of(personId: string): Promise<SavedView[]> {
    return this.db.rows<SavedView>(
      `SELECT id, name, address, saved_at AS "savedAt" FROM saved_views WHERE person_id = $1 ORDER BY lower(name), name`,
      [personId],
    );
  }
}
