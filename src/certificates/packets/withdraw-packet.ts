import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { noPacket } from './packets.errors.js';

/** Takes a link back: from now on it opens nothing. What was opened stays on record. */
@Injectable()
export class WithdrawPacket {
  constructor(private readonly db: Database) {}

  /** Twice is once. @throws not_found */
  async execute(personId: string, id: string): Promise<void> {
    const found = await this.db.rows(
      `UPDATE packets SET withdrawn_at = coalesce(withdrawn_at, now()) WHERE id = $1 AND person_id = $2 RETURNING id`,
      [id, personId],
    );
    if (found.length === 0) throw noPacket();
  }
}
