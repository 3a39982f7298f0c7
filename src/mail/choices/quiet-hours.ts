import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';
import { Config } from '../../shared/index.js';

/** Times of day in a zone between which nothing optional is sent; the same time twice: never quiet. */
export interface Hours {
  /** A name of the IANA database, such as `Europe/Dublin`. */
  zone: string;
  /** HH:MM */
  from: string;
  /** HH:MM */
  to: string;
}

/**
 * SQL: when the quiet hours end in which the moment `at` lies; null outside of them. The night is of the clock on the wall:
 * it is an hour shorter or longer where that clock is changed.
 */
export const quietUntil = (at: string, { zone, from, to }: Hours): string => `(
  SELECT CASE WHEN CASE WHEN q.f <= q.t THEN q.local::time >= q.f AND q.local::time < q.t
                        ELSE q.local::time >= q.f OR q.local::time < q.t END
    THEN greatest(${at} + interval '1 minute',
      (q.local::date + q.t + CASE WHEN q.local::time >= q.t THEN interval '1 day' ELSE interval '0' END) AT TIME ZONE q.zone) END
  FROM (SELECT ${at} AT TIME ZONE ${zone} AS local, ${zone} AS zone, ${from}::time AS f, ${to}::time AS t) q)`;

/** When people are not to be disturbed. */
@Injectable()
export class QuietHours {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  /** For whoever has not chosen. */
  get usual(): Hours {
    const [, from, to, zone] = /^(\S+)-(\S+) (\S+)$/.exec(this.config.values.MAIL_QUIET_HOURS)!;
    return { from: from!, to: to!, zone: zone! };
  }

  async of(email: string): Promise<Hours> {
    const chosen = await this.db.row<Hours>(
      `SELECT zone, to_char(quiet_from, 'HH24:MI') AS "from", to_char(quiet_to, 'HH24:MI') AS "to"
       FROM mail_hours WHERE address = mail_address($1)`,
      [email],
    );
    return chosen ?? this.usual;
  }

  async choose(runner: Runner, email: string, { zone, from, to }: Hours): Promise<void> {
    await runner.rows(
      `INSERT INTO mail_hours (address, zone, quiet_from, quiet_to) VALUES (mail_address($1), $2, $3::time, $4::time)
       ON CONFLICT (address) DO UPDATE SET zone = $2, quiet_from = $3::time, quiet_to = $4::time, at = now()`,
      [email, zone, from, to],
    );
  }
}
