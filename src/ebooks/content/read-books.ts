import {
  entries,
  type Pictures,
  type Problems,
  readContentFile,
  readPictures,
  rendered,
} from '../../courses/index.js';
import { type BookContent, bookSchema, type Chapter, chapterSchema } from './book-content.js';

/** Reads `books/<slug>/`: `book.md`, `chapters/<name>.md` in the order that it names, and `pictures/`. */
export async function readBooks(folder: string, problems: Problems): Promise<BookContent[]> {
  const books: BookContent[] = [];
  for (const { slug, file } of await entries(folder, 'books', '/', problems)) {
    const book = await readBook(folder, slug, file, problems);
    if (book) books.push(book);
  }
  return books;
}

async function readBook(folder: string, slug: string, base: string, problems: Problems): Promise<BookContent | undefined> {
  const read = await readContentFile(folder, `${base}/book.md`, bookSchema, problems);
  if (!read) return undefined;
  const pictures = await readPictures(folder, base, problems);
  const chapters: Chapter[] = [];
  for (const name of read.data.chapters) {
    const chapter = await readChapter(folder, `${base}/chapters/${name}.md`, pictures, problems);
    if (chapter) chapters.push({ slug: name, ...chapter });
  }
  await allAreNamed(folder, base, read.data.chapters, problems);
  return { slug, ...read.data, introHtml: portable(rendered(read, 'h-', pictures, problems), read.file, problems), chapters };
}

async function readChapter(folder: string, file: string, pictures: Pictures, problems: Problems) {
  const chapter = await readContentFile(folder, file, chapterSchema, problems);
  if (!chapter) return undefined;
  return { ...chapter.data, html: portable(rendered(chapter, 'h-', pictures, problems), file, problems) };
}

/** A book is read far from our site: its links are whole addresses. */
function portable(html: string, file: string, problems: Problems): string {
  if (/<a href="[/#]/.test(html)) problems.add(file, 1, 'A link in a book is a whole address: it begins with https://.');
  return html;
}

async function allAreNamed(folder: string, base: string, named: string[], problems: Problems): Promise<void> {
  if (new Set(named).size < named.length) problems.add(`${base}/book.md`, 1, 'A chapter is named twice.');
  for (const { slug, file } of await entries(folder, `${base}/chapters`, '.md', problems)) {
    if (!named.includes(slug)) problems.add(file, 1, 'The book does not name this chapter.');
  }
}
