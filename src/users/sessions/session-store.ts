import { type SessionData, Store } from 'express-session';
import type { Database } from '../../database/index.js';
import { sha256 } from '../../shared/index.js';
import type { Viewer } from '../../web/index.js';
import { idleDays, longestDays, seenEveryMinutes } from './session-times.js';

declare module 'express-session' {
  interface SessionData {
    passport?: { user: SignedIn };
  }
}

/** The viewer, and at the moment of signing in also where from. */
export type SignedIn = Viewer & { client?: { ip: string; userAgent: string | null } };

type Found = Viewer & { isStale: boolean };
type Answer<T> = (error: unknown, result?: T) => void;

/**
 * Sessions of signed-in people; visitors have none. One statement fetches session, person and roles together, so that an
 * ended session, a changed name or a revoked role counts from the very next request on.
 */
export class SessionStore extends Store {
  constructor(private readonly db: Database) {
    super();
  }

  override get(token: string, answer: Answer<SessionData | null>): void {
    this.find(token).then((session) => answer(null, session), answer);
  }

  /** Called once, when somebody signs in: what a session says is never changed afterwards. */
  override set(token: string, session: SessionData, answer: Answer<void> = () => undefined): void {
    this.begin(token, session.passport?.user).then(() => answer(null), answer);
  }

  override destroy(token: string, answer: Answer<void> = () => undefined): void {
    this.end(token).then(() => answer(null), answer);
  }

  private async find(token: string): Promise<SessionData | null> {
    const found = await this.db.row<Found>(
      `SELECT s.id AS "sessionId", p.id AS "personId", p.name, p.email, p.confirmed_at IS NOT NULL AS confirmed,
         ARRAY(SELECT r.role FROM person_roles r WHERE r.person_id = p.id ORDER BY r.role) AS roles,
         s.last_seen_at < now() - interval '${seenEveryMinutes} minutes' AS "isStale"
       FROM sessions s JOIN people p ON p.id = s.person_id
       WHERE s.token_hash = $1 AND s.ended_at IS NULL AND s.expires_at > now()
         AND s.last_seen_at > now() - interval '${idleDays} days'`,
      [sha256(token)],
    );
    if (!found) return null;
    const { isStale, ...viewer } = found;
    if (isStale) await this.db.rows('UPDATE sessions SET last_seen_at = now() WHERE id = $1', [viewer.sessionId]);
    return { cookie: { originalMaxAge: null }, passport: { user: viewer } };
  }

  private async begin(token: string, person: SignedIn | undefined): Promise<void> {
    if (!person) return;
    await this.db.rows(
      `INSERT INTO sessions (id, token_hash, person_id, expires_at, ip, user_agent)
       VALUES ($1, $2, $3, now() + interval '${longestDays} days', $4, $5) ON CONFLICT (token_hash) DO NOTHING`,
      [person.sessionId, sha256(token), person.personId, person.client?.ip ?? null, person.client?.userAgent ?? null],
    );
  }

  private async end(token: string): Promise<void> {
    await this.db.rows('UPDATE sessions SET ended_at = now() WHERE token_hash = $1 AND ended_at IS NULL', [
      sha256(token),
    ]);
  }
}
