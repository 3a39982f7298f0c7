import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/index.js';
import { Jobs } from '../jobs/index.js';
import { newId } from '../shared/index.js';
import { MailLayout } from './views/mail-layout.js';

export interface OutgoingMail {
  to: { name: string; email: string };
  /** What the mail is, for lists and filters: `receipt`, `confirm-email` … */
  kind: string;
  subject: string;
  body: JSX.Element;
  text: string;
  /** A second mail with the same key is not written. */
  dedupeKey?: string;
}

/** The top level domain nobody has (RFC 2606): what stands in place of an address that was erased. */
const nobodys = /\.invalid$/;

/** Mail leaves only as a row of the transaction that had a reason to send it. */
@Injectable()
export class Mailer {
  constructor(private readonly jobs: Jobs) {}

  async send(tx: Tx, mail: OutgoingMail): Promise<void> {
    if (nobodys.test(mail.to.email)) return;
    const html = await MailLayout({ subject: mail.subject, children: mail.body });
    const written = await tx.row<{ id: string }>(
      `INSERT INTO mails (id, to_name, to_email, kind, subject, html, text, dedupe_key)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (dedupe_key) DO NOTHING RETURNING id`,
      [newId(), mail.to.name, mail.to.email, mail.kind, mail.subject, html, mail.text, mail.dedupeKey ?? null],
    );
    if (written) await this.jobs.enqueue(tx, 'mail.send', { mailId: written.id });
  }

  /**
   * Sends the mail of this key again, word for word, to the address as it is now.
   * @returns false when there is no such mail, or one with the new key is written already
   */
  async sendAgain(tx: Tx, dedupeKey: string, newKey: string, to: OutgoingMail['to']): Promise<boolean> {
    const written = await tx.row<{ id: string }>(
      `INSERT INTO mails (id, to_name, to_email, kind, subject, html, text, dedupe_key)
       SELECT $1, $2, $3, kind, subject, html, text, $4 FROM mails WHERE dedupe_key = $5
       ON CONFLICT (dedupe_key) DO NOTHING RETURNING id`,
      [newId(), to.name, to.email, newKey, dedupeKey],
    );
    if (written) await this.jobs.enqueue(tx, 'mail.send', { mailId: written.id });
    return written !== undefined;
  }
}
