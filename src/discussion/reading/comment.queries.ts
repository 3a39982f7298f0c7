import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';
import type { HeldBecause } from '../writing/why-held.js';

export type Standing = 'held' | 'shown' | 'rejected' | 'hidden' | 'deleted';

export interface Comment {
  id: string;
  place: string;
  /** The comment that this one answers. */
  answers: string | null;
  /** null: it was deleted. */
  text: string | null;
  standing: Standing;
  heldBecause: HeldBecause | null;
  rev: number;
  writtenAt: Date;
  editedAt: Date | null;
  writerId: string;
  /** null: the account is gone. */
  writer: string | null;
  /** Written by somebody who works here. */
  isTeam: boolean;
}

export interface Thread extends Comment {
  replies: Comment[];
}

const columns = `c.id, c.place, c.answers, c.text, c.standing, c.held_because AS "heldBecause", c.rev,
  c.written_at AS "writtenAt", c.edited_at AS "editedAt", c.person_id AS "writerId", p.name AS writer,
  EXISTS (SELECT FROM person_roles r WHERE r.person_id = p.id AND r.role IN ('author', 'admin', 'examiner')) AS "isTeam"`;
const from = 'comments c JOIN people p ON p.id = c.person_id';
/** What others see, and of their own what waits or was refused. `$2`: who looks. */
const visible = `(c.standing = 'shown' OR (c.person_id = $2 AND c.standing IN ('held', 'rejected')))`;

@Injectable()
export class CommentQueries {
  constructor(private readonly db: Database) {}

  byId(id: string, runner: Runner = this.db): Promise<Comment | undefined> {
    return runner.row(`SELECT ${columns} FROM ${from} WHERE c.id = $1`, [id]);
  }

  /** Newest first, each with all its answers, oldest first. What was taken away stays as a gap where it was answered. */
  async threads(place: string, viewerId: string | null, limit: number, after?: string): Promise<Thread[]> {
    const begun = await this.db.rows<Comment>(
      `SELECT ${columns} FROM ${from}
       WHERE c.place = $1 AND c.answers IS NULL AND ($4::uuid IS NULL OR c.id < $4)
         AND (${visible} OR EXISTS (SELECT FROM comments a WHERE a.answers = c.id AND a.standing = 'shown'))
       ORDER BY c.id DESC LIMIT $3`,
      [place, viewerId, limit, after ?? null],
    );
    const answers = await this.answersTo(
      begun.map(({ id }) => id),
      viewerId,
    );
    return begun.map((comment) => ({ ...gap(comment, viewerId), replies: answers.get(comment.id) ?? [] }));
  }

  async answersTo(ids: string[], viewerId: string | null): Promise<Map<string | null, Comment[]>> {
    const rows = await this.db.rows<Comment>(
      `SELECT ${columns} FROM ${from} WHERE c.answers = ANY($1::uuid[]) AND ${visible} ORDER BY c.id`,
      [ids, viewerId],
    );
    return Map.groupBy(rows, ({ answers }) => answers);
  }

  /** How many others see. */
  async count(place: string): Promise<number> {
    const row = await this.db.row<{ count: number }>(
      `SELECT count(*)::int AS count FROM comments WHERE place = $1 AND standing = 'shown'`,
      [place],
    );
    return row!.count;
  }

  async isBanned(personId: string, runner: Runner = this.db): Promise<boolean> {
    const row = await runner.row<{ banned: boolean }>(
      'SELECT banned FROM comment_bans WHERE person_id = $1 ORDER BY id DESC LIMIT 1',
      [personId],
    );
    return row?.banned ?? false;
  }
}

/** Whether somebody may read what it says. Moderators may always. */
export const isReadable = ({ standing, writerId }: Comment, viewerId: string | null): boolean =>
  standing === 'shown' || (writerId === viewerId && standing !== 'deleted');

/** Of a comment that was taken away, only that there was one. */
export const gap = (comment: Comment, viewerId: string | null): Comment =>
  isReadable(comment, viewerId) ? comment : { ...comment, text: null, writer: null, isTeam: false };
