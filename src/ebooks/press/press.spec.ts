import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import yauzl from 'yauzl';
import { buffer } from 'node:stream/consumers';
import { Problems } from '../../courses/index.js';
import type { Book } from '../content/book.queries.js';
import { readBooks } from '../content/read-books.js';
import { blocksOf } from './blocks.js';
import { bookEpub } from './book-epub.js';
import { bookPdf } from './book-pdf.js';
import { typographic } from './typographic.js';

const has = (program: string) => {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const inFile = (bytes: Buffer, name: string) => {
  const file = join(mkdtempSync(join(tmpdir(), 'book-')), name);
  writeFileSync(file, bytes);
  return file;
};

interface Entry {
  name: string;
  method: number;
  extra: number;
  text: string;
}

async function entriesOf(bytes: Buffer): Promise<Entry[]> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true });
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    const text = (await buffer(await zip.openReadStreamPromise(entry))).toString();
    entries.push({
      ...{ name: entry.fileName, method: entry.compressionMethod },
      ...{ extra: entry.extraFieldLength, text },
    });
  }
  return entries;
}

interface Seen {
  ids: string[];
  links: string[];
  silentPictures: number;
  headings: number[];
}

/** Reads a page strictly: what is not well-formed throws. */
function seenIn(text: string): Seen {
  const seen: Seen = { ids: [], links: [], silentPictures: 0, headings: [] };
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const { id, href, src, alt } = attributes as Record<string, string>;
    if (id) seen.ids.push(id);
    if (href ?? src) seen.links.push((href ?? src)!);
    if ((name === 'img' && !alt) || (name === 'svg' && !attributes['aria-label'])) seen.silentPictures += 1;
    if (/^h[1-6]$/.test(name)) seen.headings.push(Number(name[1]));
  });
  parser.write(text).close();
  return seen;
}

describe('a book that is given away', () => {
  let book: Book;
  let pdf: Buffer;
  let entries: Entry[];
  beforeAll(async () => {
    const problems = new Problems();
    const [read] = await readBooks('content', problems);
    problems.throwIfAny();
    book = { ...read!, number: 1 };
    pdf = bookPdf(book);
    entries = await entriesOf(await bookEpub(book));
  }, 60_000);

  const part = (name: string) => entries.find((entry) => entry.name === `EPUB/${name}`)!.text;

  it('has ten chapters with sources, and a dose is never given without its label', () => {
    expect(book.chapters).toHaveLength(10);
    for (const { html, sources, slug } of book.chapters) {
      expect(sources.length).toBeGreaterThan(0);
      if (/\d U\b/.test(html)) expect(`${slug}: ${html}`).toMatch(/check the current label|current label/i);
    }
    const words = book.chapters.flatMap(({ html }) => html.replace(/<svg[^]*?<\/svg>|<[^>]+>/g, ' ').split(/\s+/));
    expect(words.length).toBeGreaterThan(6_000);
  });

  it('is the same bytes each time, in every zone, and other bytes for another edition', async () => {
    const epub = await bookEpub(book);
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Asia/Tokyo';
    expect(bookPdf(book).equals(pdf)).toBe(true);
    expect((await bookEpub(book)).equals(epub)).toBe(true);
    process.env['TZ'] = zone;
    expect(bookPdf({ ...book, number: 2 }).equals(pdf)).toBe(false);
    expect((await bookEpub({ ...book, number: 2 })).equals(epub)).toBe(false);
  });

  it('is a tagged PDF with title, language, bookmarks and fonts inside', () => {
    const text = pdf.toString('latin1');
    expect(text).toContain('/MarkInfo');
    expect(text).toMatch(/\/Lang ?\(en/);
    expect(text).toMatch(/\/DisplayDocTitle true/);
    expect(text).toContain('/Outlines');
    expect(text).toMatch(/pdfuaid:part>1</);
    expect(text.match(/\/FontFile[23]? /g)!.length).toBeGreaterThanOrEqual(3);
  });

  it('is refused by the press when a drawing says nothing', () => {
    const silent = {
      ...book,
      introHtml: '<figure><svg viewBox="0 0 9 9"><path d="M0 0h9" class="ink"></path></svg></figure>',
    };
    expect(() => bookPdf(silent)).toThrow(/alt/i);
  });

  (has('qpdf') ? it : it.skip)('is sound for qpdf', () => {
    expect(execFileSync('qpdf', ['--check', inFile(pdf, 'book.pdf')], { encoding: 'utf8' })).toContain('No syntax');
  });

  (has('pdftotext') ? it : it.skip)('reads in order for pdftotext: contents, every chapter, its sources', () => {
    const text = execFileSync('pdftotext', [inFile(pdf, 'book.pdf'), '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
    let at = text.indexOf('Before you begin', text.indexOf('About this book'));
    for (const { title, sources } of book.chapters) {
      const begins = text.indexOf(typographic(title), at);
      const cited = text.indexOf(typographic(sources[0]!.text).slice(0, 30), begins);
      expect({ title, inOrder: begins > at && cited > begins }).toEqual({ title, inOrder: true });
      at = begins;
    }
    // A ligature or a quote that could not be drawn would leave a hole.
    expect(text).not.toContain('\ufffd');
  });

  it('is an EPUB that begins with its type, stored plainly, and holds what its package names and nothing else', () => {
    expect(entries[0]).toEqual({ name: 'mimetype', method: 0, extra: 0, text: 'application/epub+zip' });
    const manifest = [...part('package.opf').matchAll(/<item id="([^"]+)" href="([^"]+)"/g)];
    const files = entries.filter(({ name }) => name.startsWith('EPUB/') && name !== 'EPUB/package.opf');
    expect(manifest.map(([, , href]) => `EPUB/${href}`).sort()).toEqual(files.map(({ name }) => name).sort());
    const ids = manifest.map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const spine = [...part('package.opf').matchAll(/idref="([^"]+)"/g)].map(([, id]) => id);
    expect(spine.filter((id) => !ids.includes(id))).toEqual([]);
    expect(spine).toHaveLength(book.chapters.length + 4);
    for (const feature of ['accessMode', 'accessibilityFeature', 'accessibilityHazard', 'accessibilitySummary']) {
      expect(part('package.opf')).toContain(`schema:${feature}`);
    }
  });

  it('has pages that are well-formed, with ids of their own, links that lead somewhere and pictures that speak', () => {
    for (const { name, text } of entries.filter((entry) => /\.(xhtml|svg|opf|xml)$/.test(entry.name))) {
      const { ids, links, silentPictures, headings } = seenIn(text);
      expect({ name, twice: ids.filter((id, index) => ids.indexOf(id) !== index) }).toEqual({ name, twice: [] });
      if (!name.endsWith('.xhtml')) continue;
      const lost = links.filter((link) => !/^https:/.test(link) && !(link.startsWith('#') || fileNamed(link)));
      expect({ name, lost, silentPictures }).toEqual({ name, lost: [], silentPictures: 0 });
      const jumps = headings.filter((level, index) => index > 0 && level > headings[index - 1]! + 1);
      expect({ name, jumps }).toEqual({ name, jumps: [] });
    }
    expect(part('nav.xhtml').match(/<li>/g)).toHaveLength(book.chapters.length + 2);

    function fileNamed(link: string): boolean {
      return entries.some(({ name }) => name === `EPUB/${link}`);
    }
  });

  it('never reads what was written as markup of the press or of a page', async () => {
    const hostile = '#read("/etc/passwd") <script>&"\'';
    const odd = { ...book, title: hostile, chapters: [{ ...book.chapters[0]!, title: hostile, summary: hostile }] };
    expect(bookPdf(odd).length).toBeGreaterThan(10_000);
    for (const { name, text } of await entriesOf(await bookEpub(odd))) {
      expect(text).not.toContain('<script');
      if (/\.(xhtml|opf)$/.test(name)) seenIn(text);
    }
  });
});

describe('the blocks of a book', () => {
  it('keep lists, tables and call-outs as what they are', () => {
    const text = (s: string) => [{ t: 'text', s }];
    expect(
      blocksOf(
        '<blockquote class="callout callout-safety"><p>Stop</p></blockquote><ol><li>One<ul><li>In</li></ul></li></ol>' +
          '<div class="table-scroll"><table><thead><tr><th>A</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table></div>',
      ),
    ).toEqual([
      { t: 'callout', kind: 'safety', blocks: [{ t: 'p', c: text('Stop') }] },
      {
        t: 'ol',
        items: [
          [
            { t: 'p', c: text('One') },
            { t: 'ul', items: [[{ t: 'p', c: text('In') }]] },
          ],
        ],
      },
      { t: 'table', head: [text('A')], rows: [[text('b')]], widths: [Math.sqrt(8)] },
    ]);
  });

  it('are set with the quotes of a printer', () => {
    expect(typographic(`"I can't," she said ("it's 'odd'")`)).toBe('“I can’t,” she said (“it’s ‘odd’”)');
  });
});
