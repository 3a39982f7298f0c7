import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { Viewer } from '../../web/index.js';
import { idleDays } from './session-times.js';

export interface OpenSession {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  ip: string | null;
  userAgent: string | null;
  current: boolean;
}

@Injectable()
export class SessionQueries {
  constructor(private readonly db: Database) {}

  /** Where a person is signed in now, the asking session first. */
  open({ personId, sessionId }: Viewer): Promise<OpenSession[]> {
    return this.db.rows(
      `SELECT id, created_at AS "createdAt", last_seen_at AS "lastSeenAt", host(ip) AS ip, user_agent AS "userAgent",
         id = $2 AS current
       FROM sessions
       WHERE person_id = $1 AND ended_at IS NULL AND expires_at > now() AND last_seen_at > now() - interval '${idleDays} days'
       ORDER BY id = $2 DESC, last_seen_at DESC, id LIMIT 100`,
      [personId, sessionId],
    );
  }
}
