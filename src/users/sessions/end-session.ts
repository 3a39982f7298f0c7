import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { notFound } from '../../shared/index.js';
import type { Viewer } from '../../web/index.js';

/** Ends one of one's own sessions. Somebody else's is not found. */
@Injectable()
export class EndSession {
  constructor(private readonly db: Database) {}

  /** @throws not_found */
  async execute(viewer: Viewer, sessionId: string): Promise<void> {
    const ended = await this.db.row(
      'UPDATE sessions SET ended_at = now() WHERE id = $1 AND person_id = $2 AND ended_at IS NULL RETURNING id',
      [sessionId, viewer.personId],
    );
    if (!ended) throw notFound('session');
  }
}
