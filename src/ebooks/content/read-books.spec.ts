import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ContentProblem, Problems } from '../../courses/index.js';
import { readBooks } from './read-books.js';

const head = `---
title: A book
subtitle: Of two chapters
summary: Short.
author: Somebody
published: 2026-11-20
reviewed: 2026-11-15
trademarks: []
chapters: [first]
---
A preface.
`;
const chapter = `---
title: First
summary: One.
reviewed: 2026-11-15
sources:
  - text: A label
---
`;

function bookOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'books-'));
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, 'books/a-book', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return folder;
}

async function problemsOf(files: Record<string, string>): Promise<string[]> {
  const problems = new Problems();
  await readBooks(bookOf(files), problems);
  try {
    problems.throwIfAny();
    return [];
  } catch (error) {
    return (error as ContentProblem).problems.map(({ file, message }) => `${file}: ${message}`);
  }
}

describe('the folder of a book', () => {
  const whole = { 'book.md': head, 'chapters/first.md': `${chapter}Text.` };

  it('is read in the order that the book names', async () => {
    const problems = new Problems();
    const [book] = await readBooks(bookOf(whole), problems);
    expect(book).toMatchObject({ slug: 'a-book', introHtml: '<p>A preface.</p>\n', chapters: [{ slug: 'first' }] });
    expect(await problemsOf(whole)).toEqual([]);
  });

  it.each([
    ['a link into the site', { 'chapters/first.md': `${chapter}[here](/articles)` }, /whole address/],
    ['a chapter that nobody names', { 'chapters/other.md': `${chapter}Text.` }, /does not name this chapter/],
    ['HTML', { 'chapters/first.md': `${chapter}<b>x</b>` }, /HTML is not allowed/],
    ['a chapter named twice', { 'book.md': head.replace('[first]', '[first, first]') }, /named twice/],
    ['a chapter without sources', { 'chapters/first.md': chapter.replace(/sources[^]*?label\n/, '') + 'x' }, /sources/],
    ['a picture that says nothing', { 'chapters/first.md': `${chapter}![](pictures/x.svg)` }, /picture/],
  ])('is refused for %s, with the file', async (_, files, reason) => {
    expect((await problemsOf({ ...whole, ...files })).join('\n')).toMatch(reason);
  });

  it('is refused without a chapter that it names', async () => {
    expect(await problemsOf({ 'book.md': head })).toEqual(['books/a-book/chapters/first.md: There is no such file.']);
  });
});
