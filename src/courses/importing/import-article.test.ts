import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase, type TestDatabase } from '../../../test/support/databases.js';
import { ArticleQueries } from '../articles/article.queries.js';
import { ImportArticle } from './import-article.js';

const plain = `Botulinum toxin for neck pain

How it works

The toxin blocks the release of acetylcholine.
It is <not> a pain killer & never was.

- spasm
- dystonia

1. first
2. second

It's not first line.
`;

const html = `<!doctype html><html><head><title>Site title</title><style>p{}</style></head><body>
<script>alert(1)</script><h1>Botulinum toxin for neck pain</h1>
<p onclick="alert(1)" style="color:red">Some <b>bold</b> words <img src=x onerror=alert(1)>.</p><p> </p>
<h2>Why</h2><table><tr><th>a</th></tr><tr><td>1</td></tr></table>
<a href="javascript:alert(1)">bad</a> <a href="https://example.org/x" target="_blank">good</a>
<iframe src="https://evil.test"></iframe><form action="/sign-out"><button>x</button></form></body></html>`;

describe('importing an article', () => {
  let database: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    database = await testDatabase();
    folder = await mkdtemp(join(tmpdir(), 'article-'));
  });
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  const facts = {
    title: 'Botulinum toxin for neck pain',
    author: 'A. Writer',
    source: { text: 'Pain News, 2015', url: 'https://example.org/pain' },
    trademarks: ['Botox is a trademark of Allergan.'],
  };
  const run = async (name: string, text: string | Buffer, more: object = {}) => {
    await writeFile(join(folder, name), text);
    return new ImportArticle(database.db).execute({ path: join(folder, name), ...facts, ...more });
  };
  const article = async (slug: string) => (await new ArticleQueries(database.db).bySlug(slug))!;

  it('keeps title, author, source and trademarks, and makes paragraphs, headings and lists of plain text', async () => {
    expect(await run('a.txt', plain)).toEqual(['Article botulinum-toxin-for-neck-pain: edition 1.']);
    expect(await article('botulinum-toxin-for-neck-pain')).toMatchObject({
      title: facts.title,
      author: facts.author,
      origin: facts.source,
      sources: [facts.source],
      trademarks: facts.trademarks,
      reviewedOn: null,
      minutes: 1,
      abstract: expect.stringContaining('It is <not> a pain killer & never was.') as string,
      html: [
        '<h2 id="a-1">How it works</h2>',
        '<p>The toxin blocks the release of acetylcholine. It is &lt;not&gt; a pain killer &amp; never was.</p>',
        '<ul><li>spasm</li><li>dystonia</li></ul>',
        '<ol><li>first</li><li>second</li></ol>',
        "<p>It's not first line.</p>",
      ].join('\n'),
    });
  });

  it('does nothing for the same file, and makes the next edition of a changed one', async () => {
    expect(await run('a.txt', plain, { slug: 'again' })).toHaveLength(1);
    expect(await run('a.txt', plain, { slug: 'again' })).toEqual([]);
    expect(await run('a.txt', `${plain}\nMore.`, { slug: 'again' })).toEqual(['Article again: edition 2.']);
  });

  it('takes structure and words of HTML and nothing else', async () => {
    await run('b.html', html, { slug: 'from-html' });
    const { html: kept } = await article('from-html');
    expect(kept).not.toMatch(/script|alert|style|onclick|img|iframe|form|button|Site title|javascript|target/);
    expect(kept).toContain('<p>Some <strong>bold</strong> words .</p>');
    expect(kept).toContain('<h3 id="a-1">Why</h3>');
    expect(kept).toContain('<div class="table-scroll" role="region" tabindex="0" aria-label="Table 1"><table>');
    expect(kept).toContain('<a href="https://example.org/x" rel="external noopener noreferrer">good</a>');
    expect(kept).not.toContain(facts.title);
  });

  it('reads older encodings', async () => {
    await run('c.txt', Buffer.from('Botox\xae is caf\xe9.', 'latin1'), { slug: 'latin' });
    expect((await article('latin')).html).toBe('<p>Botox® is café.</p>');
  });

  it('refuses an empty file, a missing one, and facts that are not there', async () => {
    await expect(run('d.html', '<script>alert(1)</script>')).rejects.toMatchObject({ code: 'article_empty' });
    await expect(new ImportArticle(database.db).execute({ ...facts, path: '/none' })).rejects.toMatchObject({
      code: 'article_unreadable',
    });
    await expect(run('e.txt', 'x', { author: '' })).rejects.toMatchObject({ fields: { author: 'it is empty' } });
    await expect(run('e.txt', 'x', { title: '日本' })).rejects.toMatchObject({ code: 'article_without_slug' });
  });
});
