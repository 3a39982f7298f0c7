import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { notFound } from '../../shared/index.js';
import type { Comment, Standing } from '../reading/comment.queries.js';
import type { ReportReason } from '../writing/report-comment.js';
import type { ModerationAct } from './moderate-comment.js';

export const queues = ['waiting', 'reported', 'latest'] as const;
export type Queue = (typeof queues)[number];

export type Queued = Pick<
  Comment,
  'id' | 'place' | 'text' | 'standing' | 'heldBecause' | 'rev' | 'writtenAt' | 'writer' | 'writerId'
> & { reports: number };

export interface CommentHistory {
  acts: { act: ModerationAct; reason: string; by: string | null; at: Date }[];
  reports: { reason: ReportReason; note: string; at: Date; isSettled: boolean }[];
}

export interface BannableWriter {
  id: string;
  name: string;
  isBanned: boolean;
  bans: { banned: boolean; reason: string; by: string | null; at: Date }[];
  comments: { id: string; text: string | null; standing: Standing; writtenAt: Date }[];
}

const open = '(SELECT count(*)::int FROM comment_reports r WHERE r.comment_id = c.id AND r.settled_at IS NULL)';
const which: Record<Queue, string> = {
  waiting: `c.standing = 'held'`,
  reported: `${open} > 0`,
  latest: `c.standing <> 'deleted'`,
};

/** What moderators look at. Who reported is not shown: it is not needed to decide. */
@Injectable()
export class ModerationQueries {
  constructor(private readonly db: Database) {}

  /** Newest first; what waits and what was reported, oldest first. `after`: the last one already seen. */
  list(queue: Queue, limit: number, after?: string): Promise<Queued[]> {
    const [order, sign] = queue === 'latest' ? ['DESC', '<'] : ['ASC', '>'];
    return this.db.rows(
      `SELECT c.id, c.place, c.text, c.standing, c.held_because AS "heldBecause", c.rev, c.written_at AS "writtenAt",
         p.name AS writer, c.person_id AS "writerId", ${open} AS reports
       FROM comments c JOIN people p ON p.id = c.person_id
       WHERE ${which[queue]} AND ($2::uuid IS NULL OR c.id ${sign} $2) ORDER BY c.id ${order} LIMIT $1`,
      [limit, after ?? null],
    );
  }

  async counts(): Promise<{ waiting: number; reported: number }> {
    const row = await this.db.row<{ waiting: number; reported: number }>(
      `SELECT (SELECT count(*)::int FROM comments WHERE standing = 'held') AS waiting,
         (SELECT count(DISTINCT comment_id)::int FROM comment_reports WHERE settled_at IS NULL) AS reported`,
    );
    return row!;
  }

  async history(id: string): Promise<CommentHistory> {
    const [acts, reports] = await Promise.all([
      this.db.rows<CommentHistory['acts'][number]>(
        `SELECT act, reason, p.name AS by, at FROM comment_acts a JOIN people p ON p.id = a.by
         WHERE comment_id = $1 ORDER BY a.id DESC`,
        [id],
      ),
      this.db.rows<CommentHistory['reports'][number]>(
        `SELECT reason, note, at, settled_at IS NOT NULL AS "isSettled" FROM comment_reports
         WHERE comment_id = $1 ORDER BY at DESC`,
        [id],
      ),
    ]);
    return { acts, reports };
  }

  /** Somebody who wrote, with what they wrote last. @throws not_found */
  async writer(personId: string): Promise<BannableWriter> {
    const person = await this.db.row<{ name: string }>('SELECT name FROM people WHERE id = $1 AND erased_at IS NULL', [
      personId,
    ]);
    if (!person) throw notFound('person');
    const bans = await this.db.rows<BannableWriter['bans'][number]>(
      `SELECT banned, reason, p.name AS by, at FROM comment_bans b JOIN people p ON p.id = b.by
       WHERE person_id = $1 ORDER BY b.id DESC`,
      [personId],
    );
    const comments = await this.db.rows<BannableWriter['comments'][number]>(
      `SELECT id, text, standing, written_at AS "writtenAt" FROM comments WHERE person_id = $1 ORDER BY id DESC LIMIT 20`,
      [personId],
    );
    return { id: personId, name: person.name, isBanned: bans[0]?.banned ?? false, bans, comments };
  }
}
