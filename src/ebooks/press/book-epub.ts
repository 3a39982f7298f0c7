import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import type { Book } from '../content/book.queries.js';
import { coverSvg } from './cover.js';
import { bookMarkup, chapterPage, epubPage } from './epub-page.js';
import { container, type EpubPart, packageDocument } from './epub-package.js';
import { epubStyle } from './epub-style.js';
import { typographic } from './typographic.js';
import { escapeXml } from './xml-tree.js';

const page = 'application/xhtml+xml';

/** A book as EPUB 3. The same edition gives the same bytes. */
export async function bookEpub(book: Book): Promise<Buffer> {
  const parts = partsOf(book);
  const zip = new yazl.ZipFile();
  const [year, month, day] = book.published.split('-').map(Number);
  // A zip keeps the time that a clock on the wall shows: midnight of that day here is the same bytes in every zone.
  const options = { mtime: new Date(year!, month! - 1, day), mode: 0o100644, forceDosTimestamp: true };
  zip.addBuffer(Buffer.from('application/epub+zip'), 'mimetype', { ...options, compress: false });
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name, options);
  add('META-INF/container.xml', container);
  add('EPUB/package.opf', packageDocument(book, parts));
  for (const { name, text } of parts) add(`EPUB/${name}`, text);
  zip.end();
  return buffer(zip.outputStream);
}

function partsOf(book: Book): EpubPart[] {
  const pages = pagesOf(book);
  return [
    { name: 'style.css', id: 'style', type: 'text/css', text: epubStyle() },
    { name: 'cover.svg', id: 'cover-image', type: 'image/svg+xml', text: coverSvg(book), properties: 'cover-image' },
    { name: 'cover.xhtml', id: 'cover', type: page, text: coverPage(book), title: 'Cover' },
    { name: 'nav.xhtml', id: 'nav', type: page, text: contents(pages), properties: 'nav', title: 'Contents' },
    ...pages,
  ];
}

function pagesOf(book: Book): EpubPart[] {
  const chapters = book.chapters.map((chapter, index) => {
    const text = chapterPage(chapter, index + 1);
    const id = `chapter-${String(index + 1).padStart(2, '0')}`;
    const drawn = text.includes('<svg') ? { properties: 'svg' } : {};
    return { name: `${id}.xhtml`, id, type: page, text, title: typographic(chapter.title), ...drawn };
  });
  return [
    { name: 'before.xhtml', id: 'before', type: page, text: beforePage(book), title: 'Before you begin' },
    ...chapters,
    { name: 'about.xhtml', id: 'about', type: page, text: aboutPage(book), title: 'About this book' },
  ];
}

const coverPage = ({ title, subtitle }: Book) =>
  epubPage(
    'Cover',
    'cover',
    `<figure class="cover"><img id="top" src="cover.svg" alt="${escapeXml(`Cover: ${title}. ${subtitle}.`)}"/></figure>`,
  );

const contents = (pages: EpubPart[]) =>
  epubPage(
    'Contents',
    'frontmatter',
    `<nav epub:type="toc" id="toc" aria-labelledby="top"><h1 id="top">Contents</h1>
<ol>${pages.map(({ name, title = '' }) => `<li><a href="${name}">${escapeXml(title)}</a></li>`).join('')}</ol></nav>`,
  );

const beforePage = ({ introHtml }: Book) =>
  epubPage('Before you begin', 'preface', `<h1 id="top">Before you begin</h1>${bookMarkup(introHtml)}`);

const aboutPage = ({ title, number, published, reviewed, trademarks }: Book) =>
  epubPage(
    'About this book',
    'colophon',
    `<h1 id="top">About this book</h1>
<p>${escapeXml(typographic(title))}, edition ${number}, was published by Glabella on ${published} and reviewed as a whole on ${reviewed}. It is for licensed medical professionals, gives no advice to patients, and may be passed on whole and unchanged.</p>
<p>A newer edition may correct this one. The current one can be had where you got this copy.</p>
${trademarks.map((notice) => `<p>${escapeXml(typographic(notice))}</p>`).join('\n')}`,
  );
