import { setPdf } from '../../documents/index.js';
import { formatDate } from '../../shared/index.js';
import type { Book } from '../content/book.queries.js';
import { blocksOf } from './blocks.js';
import { bookTemplate } from './book-template.js';
import { coverData } from './cover.js';
import { typographic } from './typographic.js';

/** A book as PDF/UA-1: tagged, with bookmarks and fonts inside. The same edition gives the same bytes. */
export const bookPdf = (book: Book): Buffer => setPdf(bookTemplate, bookData(book), 'ua-1');

const dated = (day: string) => formatDate(new Date(`${day}T00:00:00Z`));

/** What the template is given. */
export function bookData(book: Book): object {
  const [year, month, day] = book.published.split('-').map(Number);
  return {
    ...coverData(book),
    summary: typographic(book.summary),
    date: [year, month, day],
    published: dated(book.published),
    reviewed: dated(book.reviewed),
    trademarks: book.trademarks.map(typographic),
    intro: blocksOf(book.introHtml),
    chapters: book.chapters.map((chapter) => ({
      title: typographic(chapter.title),
      summary: typographic(chapter.summary),
      reviewed: dated(chapter.reviewed),
      blocks: blocksOf(chapter.html),
      sources: chapter.sources.map(({ text, url }) => ({ text: typographic(text), url: url ?? '' })),
    })),
  };
}
