import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { PartingOffer, Viewer } from '../../web/index.js';
import { type BookCard, BookQueries } from '../content/book.queries.js';
import { offerName } from '../views/ebook.js';

const keptFor = 30_000;

/** Which book is offered to whom: the first one, to everybody who does not have it. */
@Injectable()
export class BookOffers {
  private kept: { book: BookCard | undefined; until: number } | undefined;

  constructor(
    private readonly db: Database,
    private readonly books: BookQueries,
  ) {}

  /** `path`: where they are. */
  async forReader(viewer: Viewer | null, path: string): Promise<PartingOffer | undefined> {
    const book = await this.current();
    if (!book || (viewer && (await this.has(viewer, book.slug)))) return undefined;
    return {
      name: offerName(book.slug),
      title: `A free book: ${book.title}`,
      text: book.summary,
      href: `/ebooks/${book.slug}?from=${encodeURIComponent(path)}`,
      label: 'See the book',
    };
  }

  private async has({ email, confirmed }: Viewer, ebook: string): Promise<boolean> {
    if (!confirmed) return false;
    const taken = await this.db.row(
      `SELECT 1 FROM ebook_consents WHERE address = mail_address($1) AND ebook = $2 LIMIT 1`,
      [email, ebook],
    );
    return taken !== undefined;
  }

  /** Asked of the database twice a minute at most: the catalogue is opened more often than books are published. */
  private async current(): Promise<BookCard | undefined> {
    if (!this.kept || this.kept.until < performance.now()) {
      this.kept = { book: (await this.books.list())[0], until: performance.now() + keptFor };
    }
    return this.kept.book;
  }
}
