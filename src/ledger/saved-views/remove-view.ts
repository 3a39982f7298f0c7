import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { notFound } from '../../shared/index.js';

/** Forgets a view of one's own. */
@Injectable()
export class RemoveView {
  constructor(private readonly db: Database) {}

  /** @throws not_found where it is not this person's */
  async execute(personId: string, id: string): Promise<void> {
    const removed = await this.db.row('DELETE FROM saved_views WHERE id::text = $2 AND person_id = $1 RETURNING id', [
      personId,
      id,
    ]);
    if (!removed) throw notFound('view');
  }
}
