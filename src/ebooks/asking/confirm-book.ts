import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { MailChoices } from '../../mail/index.js';
import { newId } from '../../shared/index.js';
import { linkGone } from '../../users/index.js';
import { BookLinks } from './book-links.js';
import { consentWords } from './consent-words.js';

interface Confirmed {
  ebook: string;
  source: string | null;
  news: boolean;
  email: string;
  version: number;
}

/** The owner of the mailbox agrees. From here on the consent stands, and the address is kept for news alone. */
@Injectable()
export class ConfirmBook {
  constructor(
    private readonly db: Database,
    private readonly links: BookLinks,
    private readonly choices: MailChoices,
  ) {}

  /** Doing it again changes nothing. @throws link_gone */
  async execute(token: string): Promise<void> {
    const { requestId } = await this.links.find(token);
    await this.db.transaction(async (tx) => {
      const open = await tx.row<Confirmed & { isConfirmed: boolean }>(
        `SELECT ebook, source, news, email, words_version AS version, confirmed_at IS NOT NULL AS "isConfirmed"
         FROM ebook_requests WHERE id = $1 FOR UPDATE`,
        [requestId],
      );
      if (!open) throw linkGone();
      if (!open.isConfirmed) await this.confirm(tx, requestId, open);
    });
  }

  private async confirm(tx: Tx, requestId: string, { ebook, source, news, email, version }: Confirmed): Promise<void> {
    const purposes = news ? (['delivery', 'news'] as const) : (['delivery'] as const);
    for (const purpose of purposes) {
      await tx.rows(
        `INSERT INTO ebook_consents (id, request_id, ebook, address, purpose, words_version, words, source, asked_at)
         SELECT $2, id, ebook, address, $3, words_version, $4, source, asked_at FROM ebook_requests WHERE id = $1`,
        [requestId, newId(), purpose, consentWords(version)[purpose]],
      );
    }
    if (news) await this.choices.choose(tx, email, { news: true }, 'form');
    await tx.rows(
      'UPDATE ebook_requests SET confirmed_at = now(), email = CASE WHEN news THEN email END WHERE id = $1',
      [requestId],
    );
    await tx.rows(`INSERT INTO ebook_events (ebook, what, source) VALUES ($1, 'confirmed', $2)`, [ebook, source]);
  }
}
