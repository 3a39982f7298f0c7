import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { notFound } from '../../shared/index.js';

/** The account stays after all. */
@Injectable()
export class TakeBackErasure {
  constructor(private readonly db: Database) {}

  /** @throws not_found when nothing was asked */
  async execute(personId: string): Promise<void> {
    const taken = await this.db.rows(
      `UPDATE erasures SET taken_back_at = now() WHERE person_id = $1 AND taken_back_at IS NULL AND erased_at IS NULL RETURNING id`,
      [personId],
    );
    if (taken.length === 0) throw notFound('request');
  }
}
