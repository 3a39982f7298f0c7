import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { greeting, Mailer } from '../../mail/index.js';

interface Answered {
  to: string;
  email: string;
  writer: string | null;
  text: string;
}

export const mailsAbout = (commentId: string): string => `comment:${commentId}:`;

/** Tells whoever began a thread that somebody answered there; not about what is not shown, and nobody about themselves. */
@Injectable()
export class TellAnswered {
  constructor(private readonly mailer: Mailer) {}

  async execute(tx: Tx, id: string): Promise<void> {
    const answered = await tx.row<Answered>(
      `SELECT asked.name AS to, asked.email, p.name AS writer, c.text FROM comments c
       JOIN comments begun ON begun.id = c.answers
       JOIN people asked ON asked.id = begun.person_id AND asked.erased_at IS NULL AND asked.confirmed_at IS NOT NULL
       JOIN people p ON p.id = c.person_id
       WHERE c.id = $1 AND c.standing = 'shown' AND begun.standing = 'shown' AND begun.person_id <> c.person_id`,
      [id],
    );
    if (!answered) return;
    await this.mailer.send(tx, {
      to: { name: answered.to, email: answered.email },
      kind: 'comment-answered',
      topic: 'discussion',
      subject: 'Somebody answered your comment',
      parts: [
        greeting(answered.to),
        `${answered.writer ?? 'Somebody'} answered what you wrote:`,
        { quote: answered.text },
        { button: { label: 'Read it where it stands', path: `/comments/${id}` } },
      ],
      dedupeKey: `${mailsAbout(id)}answered`,
    });
  }
}
