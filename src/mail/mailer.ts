import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/index.js';
import { Jobs } from '../jobs/index.js';
import { Config, newId } from '../shared/index.js';
import type { Letter } from './letter.js';
import { letterText } from './letter-text.js';
import { LetterPage } from './views/letter.js';

/** The top level domain nobody has (RFC 2606): what stands in place of an address that was erased. */
const nobodys = /\.invalid$/;

/** Mail leaves only as a row of the transaction that had a reason to send it. */
@Injectable()
export class Mailer {
  constructor(
    private readonly jobs: Jobs,
    private readonly config: Config,
  ) {}

  async send(tx: Tx, letter: Letter): Promise<void> {
    const { to, kind, subject, parts, dedupeKey } = letter;
    if (nobodys.test(to.email)) return;
    const { baseUrl } = this.config;
    const html = await LetterPage({ subject, parts, baseUrl });
    const written = await tx.row<{ id: string }>(
      `INSERT INTO mails (id, to_name, to_email, kind, subject, html, text, dedupe_key)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (dedupe_key) DO NOTHING RETURNING id`,
      [newId(), to.name, to.email, kind, subject, html, letterText(parts, baseUrl), dedupeKey ?? null],
    );
    if (written) await this.jobs.enqueue(tx, 'mail.send', { mailId: written.id });
  }

  /**
   * Sends the mail of this key again, word for word, to the address as it is now.
   * @returns false when there is no such mail, or one with the new key is written already
   */
  async sendAgain(tx: Tx, dedupeKey: string, newKey: string, to: Letter['to']): Promise<boolean> {
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
