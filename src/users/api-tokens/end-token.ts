import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { notFound } from '../../shared/index.js';

/** Ends a token at once. One that is somebody else's is not found. */
@Injectable()
export class EndToken {
  constructor(private readonly db: Database) {}

  /** @throws not_found */
  async execute(personId: string, tokenId: string): Promise<void> {
    const ended = await this.db.row(
      'UPDATE api_tokens SET ended_at = now() WHERE id = $1 AND person_id = $2 AND ended_at IS NULL RETURNING id',
      [tokenId, personId],
    );
    if (!ended) throw notFound('token');
  }
}
