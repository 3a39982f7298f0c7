import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';
import { newId, sha256 } from '../../shared/index.js';
import { tooManyTries } from '../users.errors.js';
import { type Failures, patience, secondsToWait } from './back-off.js';

export type TryKind = 'sign-in' | 'sign-up' | 'reset-password' | 'ebook' | 'comment';

/** A provider gives a whole /64 to one customer: an IPv6 address is counted by it. */
const network = (parameter: string) =>
  `CASE family(${parameter}::inet) WHEN 6 THEN network(set_masklen(${parameter}::inet, 64))::inet ELSE ${parameter}::inet END`;

const hashOf = (email: string) => sha256(email.toLowerCase());

/** So many sign-ups or reset mails may be asked for from one address in an hour. */
const perHour = 200;

/** What was tried lately, by e-mail and by address; it decides when the next try is looked at. */
@Injectable()
export class Tries {
  constructor(private readonly db: Database) {}

  /**
   * Looks at failed sign-ins. From an address where this person has signed in before, only the failures from there count
   * for the account: strangers elsewhere cannot keep the owner out.
   * @throws too_many_tries
   */
  async refuseIfTooMany(email: string, ip: string): Promise<void> {
    const seen = await this.db.row<Seen>(
      `WITH here AS (SELECT ${network('$2')} AS ip), known AS (
         SELECT EXISTS (
           SELECT FROM people p JOIN sessions s ON s.person_id = p.id
           WHERE lower(p.email) = lower($3) AND s.ip <<= (SELECT ip FROM here) AND s.created_at > now() - interval '90 days'
         ) AS address
       ), recent AS (
         SELECT t.at, t.ip = here.ip AS "fromHere", t.email_hash = $1 AS "onAccount", known.address AS known
         FROM tries t, here, known
         WHERE t.kind = 'sign-in' AND (
           (t.email_hash = $1 AND t.at > now() - interval '24 hours')
           OR (t.ip = here.ip AND t.at > now() - interval '1 hour'))
       )
       SELECT now() AS now,
         count(*) FILTER (WHERE "onAccount" AND ("fromHere" OR NOT known)) AS "onAccount",
         max(at) FILTER (WHERE "onAccount" AND ("fromHere" OR NOT known)) AS "onAccountAt",
         count(*) FILTER (WHERE "fromHere" AND at > now() - interval '1 hour') AS "fromHere",
         max(at) FILTER (WHERE "fromHere") AS "fromHereAt"
       FROM recent`,
      [hashOf(email), ip, email],
    );
    const { now, onAccount, onAccountAt, fromHere, fromHereAt } = seen!;
    const wait = Math.max(
      secondsToWait({ count: onAccount, lastAt: onAccountAt }, patience.account, now),
      secondsToWait({ count: fromHere, lastAt: fromHereAt }, patience.address, now),
    );
    if (wait > 0) throw tooManyTries(wait);
  }

  async note(kind: TryKind, email: string, ip: string, runner: Runner = this.db): Promise<void> {
    await runner.rows(`INSERT INTO tries (id, kind, email_hash, ip) VALUES ($1, $2, $3, ${network('$4')})`, [
      newId(),
      kind,
      hashOf(email),
      ip,
    ]);
  }

  /** Notes one more request for a mail. @throws too_many_tries beyond what one address may ask for in an hour */
  async noteRequest(kind: Exclude<TryKind, 'sign-in'>, email: string, ip: string): Promise<void> {
    const before = await this.db.row<{ count: number }>(
      `WITH noted AS (INSERT INTO tries (id, kind, email_hash, ip) VALUES ($1, $2, $3, ${network('$4')}))
       SELECT count(*) FROM tries WHERE kind = $2 AND ip = ${network('$4')} AND at > now() - interval '1 hour'`,
      [newId(), kind, hashOf(email), ip],
    );
    if (before!.count >= perHour) throw tooManyTries(600);
  }

  /** The right password was given from here: earlier slips from here are forgotten. */
  async forget(email: string, ip: string): Promise<void> {
    await this.db.rows(`DELETE FROM tries WHERE kind = 'sign-in' AND email_hash = $1 AND ip = ${network('$2')}`, [
      hashOf(email),
      ip,
    ]);
  }

  /** The owner has proved to be the owner by mail: all failures on the account are forgotten. */
  async forgetAll(email: string, runner: Runner): Promise<void> {
    await runner.rows(`DELETE FROM tries WHERE kind = 'sign-in' AND email_hash = $1`, [hashOf(email)]);
  }
}

interface Seen {
  now: Date;
  onAccount: Failures['count'];
  onAccountAt: Failures['lastAt'];
  fromHere: Failures['count'];
  fromHereAt: Failures['lastAt'];
}
