import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { DomainError, notFound } from '../../shared/index.js';
import { type Book, BookQueries } from '../content/book.queries.js';
import { BookFiles, type Format } from '../press/book-files.js';
import { BookLinks } from './book-links.js';

/** A file of the newest edition, for whoever confirmed their address. Each request counts once per format. */
@Injectable()
export class TakeBook {
  constructor(
    private readonly db: Database,
    private readonly links: BookLinks,
    private readonly books: BookQueries,
    private readonly files: BookFiles,
  ) {}

  /** @throws link_gone, unconfirmed */
  async execute(token: string, format: Format): Promise<{ book: Book; file: Buffer }> {
    const { requestId, ebook, isConfirmed } = await this.links.find(token);
    if (!isConfirmed) throw new DomainError('unconfirmed', 'Confirm your address first.', { kind: 'conflict' });
    const book = await this.books.bySlug(ebook);
    if (!book) throw notFound('book');
    const file = await this.files.get(book, format);
    await this.count(requestId, format);
    return { book, file };
  }

  private async count(requestId: string, format: Format): Promise<void> {
    await this.db.rows(
      `WITH first AS (
         UPDATE ebook_requests SET pdf_at = CASE WHEN $2 = 'pdf' THEN now() ELSE pdf_at END,
           epub_at = CASE WHEN $2 = 'epub' THEN now() ELSE epub_at END
         WHERE id = $1 AND CASE $2 WHEN 'pdf' THEN pdf_at ELSE epub_at END IS NULL
         RETURNING ebook, source)
       INSERT INTO ebook_events (ebook, what, source) SELECT ebook, $2::text, source FROM first`,
      [requestId, format],
    );
  }
}
