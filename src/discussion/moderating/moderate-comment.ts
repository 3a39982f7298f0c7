import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { greeting, Mailer } from '../../mail/index.js';
import { newId, notFound } from '../../shared/index.js';
import { changedMeanwhile, notPossible } from '../discussion.errors.js';
import { type Comment, CommentQueries, type Standing } from '../reading/comment.queries.js';
import { mailsAbout, TellAnswered } from '../writing/tell-answered.js';

export const moderationActs = ['accepted', 'rejected', 'hidden'] as const;
export type ModerationAct = (typeof moderationActs)[number];

interface Moderation {
  id: string;
  act: ModerationAct;
  /** The text that was looked at: a newer one is not decided unseen. */
  rev: number;
  /** Told to the writer. */
  reason: string;
  by: string;
}

const possible: Record<ModerationAct, Standing[]> = {
  accepted: ['held', 'rejected', 'hidden', 'shown'],
  rejected: ['held'],
  hidden: ['shown'],
};
const standingAfter = { accepted: 'shown', rejected: 'rejected', hidden: 'hidden' } as const;

/** A moderator shows, refuses or takes away a comment. Every act stays, and settles what was reported. */
@Injectable()
export class ModerateComment {
  constructor(
    private readonly db: Database,
    private readonly comments: CommentQueries,
    private readonly telling: TellAnswered,
    private readonly mailer: Mailer,
  ) {}

  /** @throws not_found, stale, not_possible */
  async execute({ id, act, rev, reason, by }: Moderation): Promise<void> {
    await this.db.transaction(async (tx) => {
      await tx.rows('SELECT FROM comments WHERE id = $1 FOR UPDATE', [id]);
      const comment = await this.comments.byId(id, tx);
      if (!comment) throw notFound('comment');
      if (!possible[act].includes(comment.standing)) throw notPossible(act, comment.standing);
      if (comment.rev !== rev) throw changedMeanwhile(comment.rev, comment.text);
      await tx.rows('INSERT INTO comment_acts (id, comment_id, act, rev, reason, by) VALUES ($1, $2, $3, $4, $5, $6)', [
        newId(),
        id,
        act,
        rev,
        reason,
        by,
      ]);
      await tx.rows('UPDATE comments SET standing = $2, rev = rev + (standing <> $2)::int WHERE id = $1', [
        id,
        standingAfter[act],
      ]);
      await tx.rows('UPDATE comment_reports SET settled_at = now() WHERE comment_id = $1 AND settled_at IS NULL', [id]);
      if (act === 'accepted') await this.telling.execute(tx, id);
      else await this.mailer.withdraw(tx, `${mailsAbout(id)}answered`);
      if (comment.standing !== standingAfter[act] && comment.writerId !== by)
        await this.tellWriter(tx, comment, { act, reason });
    });
  }

  private async tellWriter(
    tx: Tx,
    comment: Comment,
    { act, reason }: Pick<Moderation, 'act' | 'reason'>,
  ): Promise<void> {
    const to = await tx.row<{ name: string; email: string }>(
      'SELECT name, email FROM people WHERE id = $1 AND erased_at IS NULL',
      [comment.writerId],
    );
    if (!to) return;
    const { subject, sentence } = words[act];
    await this.mailer.send(tx, {
      to,
      kind: `comment-${act}`,
      topic: 'discussion',
      subject,
      parts: [
        greeting(to.name),
        sentence,
        { quote: comment.text! },
        ...(reason ? [`The reason: ${reason}`] : []),
        { link: { label: 'Your comment', path: `/comments/${comment.id}` } },
      ],
      dedupeKey: `${mailsAbout(comment.id)}${act}-${comment.rev}`,
    });
  }
}

const words: Record<ModerationAct, { subject: string; sentence: string }> = {
  accepted: {
    subject: 'Your comment is shown now',
    sentence: 'A moderator has read your comment. Everybody sees it now:',
  },
  rejected: {
    subject: 'Your comment was not accepted',
    sentence: 'A moderator has read your comment and does not show it:',
  },
  hidden: { subject: 'Your comment was taken away', sentence: 'A moderator has taken your comment away:' },
};
