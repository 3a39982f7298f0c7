import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { newId, notFound } from '../../shared/index.js';
import { Tries } from '../../users/index.js';
import type { Viewer } from '../../web/index.js';
import { banned, closedToAnswers, tooManyComments, unconfirmed } from '../discussion.errors.js';
import { isModerator, type Place, Places } from '../places/places.js';
import { type Comment, CommentQueries, type Standing } from '../reading/comment.queries.js';
import { TellAnswered } from './tell-answered.js';
import { type HeldBecause, whyHeld, type Writer } from './why-held.js';

interface Words {
  viewer: Viewer;
  ip: string;
  /** As `commentText` reads it. */
  text: string;
}

export interface Written {
  id: string;
  place: string;
  standing: Standing;
}

/** In an hour, below articles and below lessons. */
const mostPerHour = { open: 5, paid: 20 };

/** Somebody says something below an article or a lesson, or answers what was said there. */
@Injectable()
export class WriteComment {
  constructor(
    private readonly db: Database,
    private readonly places: Places,
    private readonly comments: CommentQueries,
    private readonly tries: Tries,
    private readonly telling: TellAnswered,
  ) {}

  /** @throws not_found, unconfirmed, banned, too_many_comments, too_many_tries */
  async begin(path: string, words: Words): Promise<Written> {
    const place = await this.places.find(path, words.viewer);
    return this.write(place, words, null);
  }

  /** An answer to an answer stands beside it, below the same comment. @throws as `begin`, and not_shown */
  async answer(id: string, words: Words): Promise<Written> {
    const answered = await this.comments.byId(id);
    if (!answered) throw notFound('comment');
    const place = await this.places.find(answered.place, words.viewer);
    return this.write(place, words, answered);
  }

  private async write(place: Place, { viewer, ip, text }: Words, answered: Comment | null): Promise<Written> {
    if (!viewer.confirmed) throw unconfirmed();
    await this.tries.noteRequest('comment', viewer.email, ip);
    return this.db.transaction(async (tx) => {
      await tx.lock(`discussion.writer:${viewer.personId}`);
      if (await this.comments.isBanned(viewer.personId, tx)) throw banned();
      if (answered) await holdShown(tx, answered);
      const heldBecause = await this.judge(tx, { viewer, text, isPaid: place.isPaid });
      const standing = heldBecause ? 'held' : 'shown';
      const written: Written = { id: newId(), place: place.path, standing };
      const thread = answered && (answered.answers ?? answered.id);
      await tx.rows(
        `INSERT INTO comments (id, place, answers, person_id, text, standing, held_because)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [written.id, place.path, thread, viewer.personId, text, standing, heldBecause],
      );
      if (standing === 'shown') await this.telling.execute(tx, written.id);
      return written;
    });
  }

  /** Why it waits, if it does. Those who look after the discussion wait for nobody. */
  private async judge(
    tx: Tx,
    { viewer, text, isPaid }: { viewer: Viewer; text: string; isPaid: boolean },
  ): Promise<HeldBecause | null> {
    if (isModerator(viewer)) return null;
    const { lastHour, ...writer } = await writerOf(tx, viewer.personId, text);
    if (lastHour >= (isPaid ? mostPerHour.paid : mostPerHour.open)) throw tooManyComments(3600);
    return whyHeld(text, writer, isPaid);
  }
}

/** Nobody takes it away until the answer stands. */
async function holdShown(tx: Tx, { id, answers }: Comment): Promise<void> {
  const rows = await tx.rows<{ standing: Standing }>(
    'SELECT standing FROM comments WHERE id = ANY($1::uuid[]) FOR SHARE',
    [answers ? [answers, id] : [id]],
  );
  if (rows.some(({ standing }) => standing !== 'shown')) throw closedToAnswers();
}

export async function writerOf(
  tx: Tx,
  personId: string,
  text: string,
  apart: string | null = null,
): Promise<Writer & { lastHour: number }> {
  const row = await tx.row<Writer & { lastHour: number }>(
    `SELECT count(*) FILTER (WHERE standing = 'shown')::int AS shown,
       count(*) FILTER (WHERE written_at > now() - interval '1 hour')::int AS "lastHour",
       coalesce(bool_or(text = $2 AND written_at > now() - interval '1 day'), false) AS repeats,
       extract(epoch FROM now() - max(written_at))::float AS "secondsSinceLast"
     FROM comments WHERE person_id = $1 AND id IS DISTINCT FROM $3`,
    [personId, text, apart],
  );
  return row!;
}
