import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { Jobs } from '../../jobs/index.js';
import { Mailer } from '../../mail/index.js';
import { newId, notFound, randomToken, sha256 } from '../../shared/index.js';
import { Tries } from '../../users/index.js';
import { BookQueries } from '../content/book.queries.js';
import { currentVersion } from './consent-words.js';
import { linkMail } from './ebook-mail.js';

export interface Asking {
  ebook: string;
  email: string;
  /** Whether they also want news, which is a matter of its own. */
  news: boolean;
  /** The page of ours they came from. */
  source: string | null;
  ip: string;
}

/**
 * Somebody gives an address for a book. Whatever is known of the address, the answer is the same; its owner is written to
 * at most once an hour.
 */
@Injectable()
export class AskForBook {
  constructor(
    private readonly db: Database,
    private readonly books: BookQueries,
    private readonly tries: Tries,
    private readonly mailer: Mailer,
    private readonly jobs: Jobs,
  ) {}

  /** @throws not_found, too_many_tries */
  async execute(asking: Asking): Promise<void> {
    const book = await this.books.bySlug(asking.ebook);
    if (!book) throw notFound('book');
    await this.tries.noteRequest('ebook', asking.email, asking.ip);
    await this.db.transaction(async (tx) => {
      const token = await this.note(tx, asking);
      // A job for a mail that is not there keeps the answer from being quicker.
      if (!token) return this.jobs.enqueue(tx, 'mail.send', { mailId: newId() });
      await this.mailer.send(tx, { to: { name: '', email: asking.email }, ...linkMail(book.title, token) });
    });
  }

  private async note(tx: Tx, { ebook, email, news, source }: Asking): Promise<string | undefined> {
    const address = sha256(email.toLowerCase());
    await tx.lock(`ebooks.ask:${ebook}:${address.toString('hex')}`);
    const token = randomToken();
    const noted = await tx.row(
      `INSERT INTO ebook_requests (id, ebook, address, email, token_hash, news, words_version, source, expires_at)
       SELECT $1, $2, mail_address($3), $3, $4, $5, $6, $7, now() + interval '7 days'
       WHERE NOT EXISTS (SELECT FROM ebook_requests
         WHERE address = mail_address($3) AND ebook = $2 AND asked_at > now() - interval '1 hour')
       RETURNING id`,
      [newId(), ebook, email, sha256(token), news, currentVersion, source],
    );
    if (!noted) return undefined;
    await tx.rows(`INSERT INTO ebook_events (ebook, what, source) VALUES ($1, 'asked', $2)`, [ebook, source]);
    return token;
  }
}
