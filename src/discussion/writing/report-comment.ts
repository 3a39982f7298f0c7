import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { notFound } from '../../shared/index.js';
import type { Viewer } from '../../web/index.js';
import { ownComment, unconfirmed } from '../discussion.errors.js';
import { Places } from '../places/places.js';
import { CommentQueries } from '../reading/comment.queries.js';

export const reportReasons = ['dangerous', 'patient', 'advertising', 'abuse', 'other'] as const;
export type ReportReason = (typeof reportReasons)[number];

interface Report {
  viewer: Viewer;
  id: string;
  reason: ReportReason;
  note: string;
}

/** When so many people report the same comment, it waits for a moderator out of sight. */
const enough = 3;

/** Tells moderators about a comment. One person counts once for each comment. */
@Injectable()
export class ReportComment {
  constructor(
    private readonly db: Database,
    private readonly places: Places,
    private readonly comments: CommentQueries,
  ) {}

  /** @throws not_found, unconfirmed, own_comment. @returns where the comment stands */
  async execute({ viewer, id, reason, note }: Report): Promise<string> {
    const comment = await this.comments.byId(id);
    if (!comment || comment.standing !== 'shown') throw notFound('comment');
    await this.places.find(comment.place, viewer);
    if (comment.writerId === viewer.personId) throw ownComment();
    if (!viewer.confirmed) throw unconfirmed();
    await this.db.transaction(async (tx) => {
      await tx.rows('SELECT FROM comments WHERE id = $1 FOR UPDATE', [id]);
      await tx.rows(
        `INSERT INTO comment_reports (comment_id, by, reason, note) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
        [id, viewer.personId, reason, note],
      );
      await tx.rows(
        `UPDATE comments SET standing = 'held', held_because = 'reported', rev = rev + 1
         WHERE id = $1 AND standing = 'shown' AND $2 <=
           (SELECT count(*) FROM comment_reports WHERE comment_id = $1 AND settled_at IS NULL)`,
        [id, enough],
      );
    });
    return comment.place;
  }
}
