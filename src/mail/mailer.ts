import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/index.js';
import { Jobs } from '../jobs/index.js';
import { Config, newId, randomToken } from '../shared/index.js';
import type { Letter } from './letter.js';
import { letterText } from './letter-text.js';
import { stopParts } from './optional.js';
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
    const { to, kind, topic, subject, parts, dedupeKey } = letter;
    if (nobodys.test(to.email)) return;
    const { baseUrl } = this.config;
    const stopToken = topic ? randomToken() : null;
    const optional = topic && stopToken ? { topic, stopPath: `/mail/stop/${stopToken}` } : undefined;
    const html = await LetterPage({ subject, parts, baseUrl, optional });
    const text = letterText([...parts, ...(optional ? stopParts(optional) : [])], baseUrl);
    const written = await tx.row<{ id: string }>(
      `INSERT INTO mails (id, to_name, to_email, kind, subject, html, text, dedupe_key, topic, stop_token)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (dedupe_key) DO NOTHING RETURNING id`,
      [newId(), to.name, to.email, kind, subject, html, text, dedupeKey ?? null, topic ?? null, stopToken],
    );
    if (written) await this.jobs.enqueue(tx, 'mail.send', { mailId: written.id });
  }

  /** Takes back what has not left yet, of all mails whose key begins with this: their reason is gone. */
  async withdraw(tx: Tx, keyBegin: string): Promise<void> {
    await tx.rows(
      `UPDATE mails SET withheld_at = now(), withheld_why = 'over'
       WHERE starts_with(dedupe_key, $1) AND sent_at IS NULL AND withheld_at IS NULL
         AND failed_at IS NULL`,
      [keyBegin],
    );
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
