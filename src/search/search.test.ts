import fc from 'fast-check';
import { GrantAccess } from '../enrollment/index.js';
import { newId } from '../shared/index.js';
import { type Client, testApp, type TestApp } from '../../test/support/index.js';
import { markedParts } from './marked.js';

describe('the search', () => {
  let app: TestApp;
  let visitor: Client;
  let reader: Client;
  let readerId: string;
  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    visitor = app.client();
    readerId = newId();
    await app.db.rows(
      `INSERT INTO people (id, email, name, password_hash, confirmed_at)
       SELECT $1, 'reader@search.test', 'Reader', password_hash, now() FROM people WHERE email LIKE 'learner@%'`,
      [readerId],
    );
    reader = await app.signIn('reader@search.test');
    const courseIds = [(await app.db.row<{ id: string }>(`SELECT id FROM courses WHERE slug = 'dermal-fillers'`))!.id];
    const grant = { personId: readerId, sourceKind: 'test', sourceId: 'search', courseIds };
    await app.db.transaction((tx) => app.get(GrantAccess).grant(tx, grant));
  }, 120_000);
  afterAll(() => app.close());

  const search = async (q: string, { by = visitor, more = '' } = {}) =>
    (await by.get(`/api/search?q=${encodeURIComponent(q)}${more}`)).body;
  const plainOf = (parts: { text: string }[]) => parts.map(({ text }) => text).join('');
  const paths = (answer: any): string[] => answer.items.map(({ path }: { path: string }) => path);

  it('finds articles, courses and bundles, the best first, with what was found marked', async () => {
    const answer = await search('toxin for pain');
    expect(paths(answer)[0]).toMatch(/botox-for-pain|botulinum-toxin-for-pain/);
    expect(answer.counts).toMatchObject({ article: expect.any(Number), lesson: expect.any(Number) });
    const { title, extract } = answer.items[0];
    expect(plainOf(title)).toContain('pain');
    expect(
      [...title, ...extract].filter(({ found }: any) => found).map(({ text }: any) => text.toLowerCase()),
    ).toContain('toxin');
    expect(answer.instead).toBeNull();
  });

  it('finds lessons for who studies them, and for nobody else', async () => {
    const word = 'cannula';
    const found = await search(word, { by: reader, more: '&kind=lesson' });
    expect(found.total).toBeGreaterThan(0);
    expect(paths(found)).toContainEqual(expect.stringMatching(/^\/learn\/dermal-fillers\//));
    for (const path of paths(found)) {
      expect(path).toMatch(/^\/learn\/dermal-fillers\/|^\/courses\/(?!dermal-fillers)[a-z-]+\/previews\//);
      expect((await reader.get(path)).status).toBe(200);
    }
    for (const by of [visitor, await app.signIn('author')]) {
      for (const path of paths(await search(word, { by, more: '&kind=lesson' }))) {
        expect(path).toMatch(/^\/courses\/[a-z-]+\/previews\//);
        expect((await by.get(path)).status).toBe(200);
      }
    }
    await app.db.rows(
      `UPDATE grants SET ended_at = now(), ended_reason = 'refund' WHERE enrollment_id IN
        (SELECT id FROM enrollments WHERE person_id = $1)`,
      [readerId],
    );
    const left = paths(await search(word, { by: reader, more: '&kind=lesson' }));
    expect(left.filter((path) => path.startsWith('/learn/'))).toEqual([]);
    await app.db.rows(
      `UPDATE grants SET ended_at = NULL, ended_reason = NULL WHERE enrollment_id IN
        (SELECT id FROM enrollments WHERE person_id = $1)`,
      [readerId],
    );
  });

  it('never finds a question', async () => {
    const { text } = (await app.db.row<{ text: string }>(
      `SELECT html_words(part #>> '{}') AS text FROM question_versions, jsonb_path_query(body, 'strict $.**') AS part
       WHERE jsonb_typeof(part) = 'string' ORDER BY length(part #>> '{}') DESC LIMIT 1`,
    ))!;
    expect(text.length).toBeGreaterThan(40);
    const words = text
      .replace(/[^\p{L} ]/gu, ' ')
      .split(/\s+/)
      .slice(0, 8)
      .join(' ');
    const answer = await search(`"${words}"`, { by: reader });
    expect(answer.total).toBe(0);
  });

  it('forgives a slip of the hand, and says what it looked for', async () => {
    const answer = await search('hyaluronidaze', { by: reader });
    expect(answer.query).toBe('hyaluronidase');
    expect(answer.total).toBeGreaterThan(0);
    const page = (await reader.get('/search?q=hyaluronidaze')).text;
    expect(page).toContain('<q>hyaluronidaze</q>');
    expect(page).toContain('<mark>hyaluronidase</mark>');
    const nothing = await search('xqzwvkjh');
    expect(nothing).toMatchObject({ total: 0, instead: null });
    expect((await visitor.get('/search?q=xqzwvkjh')).text).toContain('Nothing found');
  });

  it('finds stems, quoted phrases, and not what is left out', async () => {
    expect((await search('injections')).total).toBeGreaterThan(0);
    const all = await search('toxin');
    const without = await search('toxin -pain');
    expect(without.total).toBeLessThan(all.total);
    expect((await search('"pain toxin botulinum"')).total).toBe(0);
  });

  it('shows a bundle and a course while they are sold', async () => {
    const kinds = async () => (await search('certification')).counts;
    const before = await kinds();
    expect(before.bundle).toBeGreaterThan(0);
    await app.db.rows(`UPDATE products SET status = 'draft'`);
    expect(await kinds()).toMatchObject({ bundle: 0, course: 0 });
    await app.db.rows(`UPDATE products SET status = 'published'`);
    expect(await kinds()).toEqual(before);
  });

  it('finds a bundle under its new title at once', async () => {
    await app.db.rows(`UPDATE products SET title = 'Zygomatic special' WHERE kind = 'bundle'`);
    expect((await search('zygomatic special')).counts.bundle).toBeGreaterThan(0);
    expect((await search('zigomatic', { more: '&kind=bundle' })).query).toBe('zygomatic');
  });

  it('finds an article by its newest words alone, as text', async () => {
    const write = (number: number, title: string, html: string) =>
      app.db.rows(
        `INSERT INTO articles (id, slug, number, content_hash, title, summary, author, abstract, minutes, html, sources, trademarks)
         VALUES (gen_random_uuid(), 'found', $1, $2, $3, 'Summary', 'Author', 'Abstract', 1, $4, '[]', '[]')`,
        [number, `hash-${number}`, title, html],
      );
    await write(1, 'Oldtitleword', '<p>Oldbodyword</p>');
    await write(2, 'Newtitleword', '<h2>A</h2><p>x &lt;script&gt;alert(1)&lt;/script&gt; &amp; newbodyword</p>');
    expect((await search('"oldbodyword"')).total).toBe(0);
    const page = (await visitor.get('/search?q=newbodyword')).text;
    expect(page).toContain('alert(1)  &amp; </span>');
    expect(page).toContain('<mark>newbodyword</mark>');
    expect(page).not.toContain('<script>alert');
  });

  it.each(['', '   ', '\u0000', "'", '"', '&|!():*', '-', '%', '\\', 'a'.repeat(200), 'the', '\u0002x\u0003', 'or or'])(
    'answers %j',
    async (q) => {
      expect((await visitor.get(`/search?q=${encodeURIComponent(q)}`)).status).toBe(200);
      expect([200, 400]).toContain((await visitor.get(`/api/search?q=${encodeURIComponent(q)}`)).status);
    },
  );

  it('refuses what is too long at its field, and takes no page that is none', async () => {
    expect((await visitor.get(`/api/search?q=${'a'.repeat(201)}`)).body.errors).toEqual({
      q: 'Use at most 200 characters.',
    });
    expect((await visitor.get('/api/search')).status).toBe(400);
    expect((await visitor.get('/api/search?q=toxin&page=26')).status).toBe(400);
    expect((await visitor.get('/search?q=toxin&page=-1&kind=question')).status).toBe(200);
  });

  it('gives page after page, each result once', async () => {
    await app.db.rows(
      `INSERT INTO articles (id, slug, number, content_hash, title, summary, author, abstract, minutes, html, sources, trademarks)
       SELECT gen_random_uuid(), 'many-' || n, 1, 'h' || n, 'Manifold ' || n, 'S', 'A', 'A', 1, '<p>Text</p>', '[]', '[]'
       FROM generate_series(1, 45) AS n`,
    );
    const seen: string[] = [];
    for (const page of [1, 2, 3]) seen.push(...paths(await search('manifold', { more: `&page=${page}` })));
    expect(new Set(seen).size).toBe(45);
    expect(seen).toHaveLength(45);
    const second = (await visitor.get('/search?q=manifold&page=2')).text;
    expect(second).toContain('/search?q=manifold&amp;page=3'.replace('&amp;', '&'));
    expect(second).toContain('href="/search?q=manifold"');
  });
});

it('splits a marked text into pieces that are the text again', () => {
  const piece = fc.string().map((text) => text.replace(/[\u0002\u0003]/g, ''));
  fc.assert(
    fc.property(fc.array(fc.record({ text: piece, found: fc.boolean() })), (pieces) => {
      const marked = pieces.map(({ text, found }) => (found ? `\u0002${text}\u0003` : text)).join('');
      const parts = markedParts(marked);
      expect(parts.map(({ text }) => text).join('')).toBe(pieces.map(({ text }) => text).join(''));
      const found = pieces.filter((each) => each.found && each.text).map(({ text }) => text);
      expect(parts.filter((part) => part.found).map(({ text }) => text)).toEqual(found);
    }),
  );
});
