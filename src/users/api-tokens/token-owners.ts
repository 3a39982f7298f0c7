import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { sha256 } from '../../shared/index.js';
import { PerMinute, type Viewer } from '../../web/index.js';
import { seenEveryMinutes } from '../sessions/session-times.js';
import { tokenTooFast, unknownToken } from './token.errors.js';

/** So much a program may ask with one token. */
export const requestsPerMinute = 300;

export interface TokenOwner {
  viewer: Viewer;
  scopes: string[];
}

type Found = Viewer & { scopes: string[]; isStale: boolean };

/** For whom a token speaks now: roles and name count from the very next request, as they do for a session. */
@Injectable()
export class TokenOwners {
  private readonly requests = new PerMinute(requestsPerMinute);

  constructor(private readonly db: Database) {}

  /** @throws unknown_token, too_many_requests */
  async find(token: string, ip: string): Promise<TokenOwner> {
    const found = await this.db.row<Found>(
      `SELECT t.id AS "sessionId", t.scopes, p.id AS "personId", p.name, p.email, p.confirmed_at IS NOT NULL AS confirmed,
         ARRAY(SELECT r.role FROM person_roles r WHERE r.person_id = p.id ORDER BY r.role) AS roles,
         coalesce(t.last_used_at < now() - interval '${seenEveryMinutes} minutes', true) AS "isStale"
       FROM api_tokens t JOIN people p ON p.id = t.person_id
       WHERE t.token_hash = $1 AND t.ended_at IS NULL AND t.expires_at > now() AND p.erased_at IS NULL`,
      [sha256(token)],
    );
    if (!found) throw unknownToken();
    const { scopes, isStale, ...viewer } = found;
    this.take(viewer.sessionId);
    if (isStale)
      await this.db.rows('UPDATE api_tokens SET last_used_at = now(), last_used_ip = $2 WHERE id = $1', [
        viewer.sessionId,
        ip,
      ]);
    return { viewer, scopes };
  }

  private take(tokenId: string): void {
    const wait = this.requests.secondsToWait(tokenId);
    if (wait > 0) throw tokenTooFast(wait);
    this.requests.note(tokenId);
  }
}
