import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { newId } from '../../shared/index.js';
import type { NewView } from './saved-view.schemas.js';

/** Keeps an address under a name; the same name again takes the new address. */
@Injectable()
export class SaveView {
  constructor(private readonly db: Database) {}

  /** @returns the view's id */
  async execute(personId: string, { name, address }: NewView): Promise<string> {
    const row = await this.db.row<{ id: string }>(
      `INSERT INTO saved_views (id, person_id, name, address) VALUES ($1, $2, $3, $4)
       ON CONFLICT ON CONSTRAINT uq_saved_views_name DO UPDATE SET address = excluded.address, saved_at = now()
       RETURNING id`,
      [newId(), personId, name, address],
    );
    return row!.id;
  }
}
