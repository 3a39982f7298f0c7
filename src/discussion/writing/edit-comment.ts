import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Clock, notFound } from '../../shared/index.js';
import type { Viewer } from '../../web/index.js';
import { banned, changedMeanwhile, notPossible, tooLate } from '../discussion.errors.js';
import { isModerator, Places } from '../places/places.js';
import { type Comment, CommentQueries } from '../reading/comment.queries.js';
import { type HeldBecause, whyHeld } from './why-held.js';
import { writerOf } from './write-comment.js';

interface Change {
  viewer: Viewer;
  id: string;
  /** The one that was read. */
  rev: number;
  text: string;
}

const minutesToEdit = 15;

export const canStillEdit = (writtenAt: Date, now: Date): boolean =>
  now.getTime() - writtenAt.getTime() < minutesToEdit * 60_000;

/** Corrects one's own comment soon after it was written. What comes in by this door is looked at as at the first. */
@Injectable()
export class EditComment {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly places: Places,
    private readonly comments: CommentQueries,
  ) {}

  /** @throws not_found, banned, stale, too_late, not_possible */
  async execute({ viewer, id, rev, text }: Change): Promise<void> {
    await this.db.transaction(async (tx) => {
      await tx.lock(`discussion.writer:${viewer.personId}`);
      await tx.rows('SELECT FROM comments WHERE id = $1 FOR UPDATE', [id]);
      const comment = await this.comments.byId(id, tx);
      if (!comment || comment.writerId !== viewer.personId) throw notFound('comment');
      const place = await this.places.find(comment.place, viewer);
      if (await this.comments.isBanned(viewer.personId, tx)) throw banned();
      if (comment.rev !== rev) throw changedMeanwhile(comment.rev, comment.text);
      if (comment.standing !== 'shown' && comment.standing !== 'held') throw notPossible('changed', comment.standing);
      if (!canStillEdit(comment.writtenAt, await this.clock.now(tx))) throw tooLate();
      const writer = await writerOf(tx, viewer.personId, text, id);
      // Its own time is not one of haste: only what it says now is judged.
      const why = isModerator(viewer) ? null : whyHeld(text, { ...writer, secondsSinceLast: null }, place.isPaid);
      await tx.rows(
        `UPDATE comments SET text = $2, rev = rev + 1, edited_at = now(), held_because = coalesce($3, held_because),
           standing = CASE WHEN $3::text IS NULL THEN standing ELSE 'held' END WHERE id = $1`,
        [id, text, heldAfter(comment, why)],
      );
    });
  }
}

/** What waits goes on waiting; what is shown was the first once, and that is settled. */
function heldAfter({ standing, heldBecause }: Comment, why: HeldBecause | null): HeldBecause | null {
  if (standing === 'held') return why ?? heldBecause;
  return why === 'first' ? null : why;
}
