import { Injectable } from '@nestjs/common';
import type { Book } from '../content/book.queries.js';
import { bookEpub } from './book-epub.js';
import { bookPdf } from './book-pdf.js';
import { coverSvg } from './cover.js';

export const formats = ['pdf', 'epub'] as const;
export type Format = (typeof formats)[number];

export const formatWords: Record<Format, { name: string; type: string }> = {
  pdf: { name: 'PDF', type: 'application/pdf' },
  epub: { name: 'EPUB', type: 'application/epub+zip' },
};

const makers: Record<Format | 'cover', (book: Book) => Promise<Buffer>> = {
  pdf: (book) => Promise.resolve(bookPdf(book)),
  epub: bookEpub,
  cover: (book) => Promise.resolve(Buffer.from(coverSvg(book))),
};

/** The files of books: each made once per edition and node. Nodes need not agree, for they make the same bytes. */
@Injectable()
export class BookFiles {
  private readonly made = new Map<string, Promise<Buffer>>();

  get(book: Book, what: Format | 'cover'): Promise<Buffer> {
    const key = `${book.slug} ${book.number} ${what}`;
    let file = this.made.get(key);
    if (!file) {
      this.made.set(key, (file = makers[what](book)));
      // What could not be made is tried again by whoever asks next.
      file.catch(() => this.made.delete(key));
    }
    return file;
  }
}
