import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';
import type { Span } from './spans.js';

/** How far somebody is with a video. */
export interface Watch {
  rev: number;
  /** Milliseconds. */
  position: number;
  placedAt: Date;
  speed: number;
  seen: Span[];
  credit: number;
  heardAt: Date;
}

/** Which one: another video in the same lesson is another beginning. */
export interface Watched {
  enrollmentId: string;
  lesson: string;
  sha256: string;
}

const columns = `rev, position, placed_at AS "placedAt", speed::float8 AS speed, credit, heard_at AS "heardAt",
  (SELECT coalesce(jsonb_agg(jsonb_build_array(lower(r), upper(r)) ORDER BY lower(r)), '[]') FROM unnest(seen) AS r) AS seen`;

@Injectable()
export class WatchQueries {
  constructor(private readonly db: Database) {}

  find({ enrollmentId, lesson, sha256 }: Watched): Promise<Watch | undefined> {
    return this.db.row(
      `SELECT ${columns} FROM video_watches WHERE enrollment_id = $1 AND lesson = $2 AND sha256 = $3`,
      [enrollmentId, lesson, sha256],
    );
  }

  /** Holds it until the end of the transaction; the first time it begins now, in milliseconds as all that follows. */
  async hold(tx: Runner, { enrollmentId, lesson, sha256 }: Watched): Promise<Watch> {
    const key = [enrollmentId, lesson, sha256];
    await tx.rows(
      `INSERT INTO video_watches (enrollment_id, lesson, sha256, placed_at, began_at, heard_at)
       SELECT $1, $2, $3, to_timestamp(0), at, at FROM date_trunc('milliseconds', clock_timestamp()) AS at
       ON CONFLICT DO NOTHING`,
      key,
    );
    const held = await tx.row<Watch>(
      `SELECT ${columns} FROM video_watches
       WHERE enrollment_id = $1 AND lesson = $2 AND sha256 = $3 FOR UPDATE`,
      key,
    );
    return held!;
  }

  async keep(tx: Runner, { enrollmentId, lesson, sha256 }: Watched, watch: Watch): Promise<void> {
    const { rev, position, placedAt, speed, seen, credit, heardAt } = watch;
    await tx.rows(
      `UPDATE video_watches SET rev = $4, position = $5, placed_at = $6, speed = $7, seen = $8, credit = $9, heard_at = $10
       WHERE enrollment_id = $1 AND lesson = $2 AND sha256 = $3`,
      [
        ...[enrollmentId, lesson, sha256, rev, position, placedAt, speed],
        ...[`{${seen.map(([from, to]) => `[${from},${to})`).join(',')}}`, credit, heardAt],
      ],
    );
  }

  /** How fast this person had it last, in whatever video. */
  async speedOf(enrollmentId: string): Promise<number> {
    const last = await this.db.row<{ speed: number }>(
      `SELECT w.speed::float8 AS speed FROM enrollments mine JOIN enrollments e ON e.person_id = mine.person_id
         JOIN video_watches w ON w.enrollment_id = e.id
       WHERE mine.id = $1 ORDER BY w.heard_at DESC LIMIT 1`,
      [enrollmentId],
    );
    return last?.speed ?? 1;
  }
}
