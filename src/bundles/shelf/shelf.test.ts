import { type Client, testApp, type TestApp } from '../../../test/support/index.js';

const certification = 'cosmetic-injector-certification';

describe('the filters of the catalogue', () => {
  let app: TestApp;
  let visitor: Client;
  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    visitor = app.client();
  }, 60_000);
  afterAll(() => app?.close());

  const slugs = async (query: string): Promise<string[]> =>
    (await visitor.get(`/api/catalogue?${query}`)).body.items.map((item: any) => item.slug);
  const page = async (query: string) => (await visitor.get(`/catalogue?${query}`)).text;
  /** What the page says of a choice, such as `Courses (7)`. */
  const says = (text: string, label: string) => Number(new RegExp(`${label} \\((\\d+)\\)`).exec(text)?.[1]);

  it('leaves what has all of the words, whatever their case', async () => {
    expect(await slugs('q=PAIN+toxin')).toEqual(['botulinum-toxin-for-pain']);
    expect(await slugs('q=pain+unicorn')).toEqual([]);
  });

  it('takes a percent sign and a quote for what they are', async () => {
    expect(await slugs(`q=${encodeURIComponent('%')}`)).toEqual([]);
    expect((await visitor.get(`/catalogue?q=${encodeURIComponent('"><script>')}`)).text).not.toContain('"><script>');
  });

  it('leaves bundles or courses, a topic, a time of study, what has a free lesson, and what is on offer', async () => {
    const all = await slugs('');
    expect(await slugs('kind=bundle')).toEqual([certification]);
    expect(await slugs('kind=course')).toEqual(all.filter((slug) => slug !== certification));
    expect(await slugs('topic=fillers&kind=course')).toEqual(
      expect.arrayContaining(['dermal-fillers', 'complications-and-emergencies']),
    );
    expect(await slugs('topic=fillers')).toContain(certification);
    expect(await slugs('topic=nothing-like-it')).toEqual([]);
    expect(await slugs('time=long')).toEqual([certification]);
    expect(
      [...(await slugs('time=short')), ...(await slugs('time=medium')), ...(await slugs('time=long'))].sort(),
    ).toEqual([...all].sort());
    expect(await slugs('offer=yes')).toEqual([certification]);
    expect(await slugs('free=yes')).not.toContain('certification-exam');
    expect(await slugs('free=yes')).toContain('foundations');
  });

  it('has an offer no longer once its seats are taken, or its time is over', async () => {
    const { id } = (await app.db.row<{ id: string }>('SELECT id FROM offers WHERE during @> now()'))!;
    await app.db.rows('ALTER TABLE offers DISABLE TRIGGER USER');
    await app.db.rows('UPDATE offers SET seats = 3 WHERE id = $1', [id]);
    await app.db.rows('ALTER TABLE offer_claims DISABLE TRIGGER USER');
    const claim = (quantity: number) =>
      app.db.rows('INSERT INTO offer_claims (holder_id, offer_id, quantity) VALUES (uuidv7(), $1, $2)', [id, quantity]);
    await claim(2);
    expect(await slugs('offer=yes')).toEqual([certification]);
    await claim(1);
    expect(await slugs('offer=yes')).toEqual([]);
    await app.db.rows('UPDATE offers SET seats = NULL WHERE id = $1', [id]);
    expect(await slugs('offer=yes')).toEqual([certification]);
    await app.db.rows(`UPDATE offers SET during = tstzrange('2026-01-01', '2026-01-02') WHERE id = $1`, [id]);
    expect(await slugs('offer=yes')).toEqual([]);
    expect(says(await page(''), 'On offer now')).toBe(0);
  });

  it('says what each choice would leave under the others, and keeps the promise', async () => {
    for (const query of ['', 'topic=botulinum-toxin', 'kind=course&free=yes', 'q=injection']) {
      const text = await page(query);
      for (const [label, more] of [
        ['Courses', 'kind=course'],
        ['1 to 3 hours', 'time=medium'],
        ['Anatomy', 'topic=anatomy'],
        ['With a free lesson', 'free=yes'],
      ] as const) {
        const name = more.split('=')[0]!;
        const other = query.split('&').filter((part) => part && !part.startsWith(`${name}=`));
        const left = await slugs([...other, more].join('&'));
        // A topic that would leave nothing is not offered.
        expect(says(text, label) || 0).toBe(left.length);
      }
    }
  });

  it('says what to take away where nothing fits', async () => {
    const text = await page('topic=pain&kind=bundle&q=pain');
    expect(text).toContain('Nothing fits all of that');
    expect(text).toMatch(/href="\/catalogue\?q=pain&(amp;)?topic=pain"[^>]*>Without “Bundles”: 1</);
    expect(text).toContain('href="/search?q=pain"');
  });

  it('keeps the choice in the form, and leaves it in one step', async () => {
    const text = await page('topic=fillers&free=yes&q=face');
    expect(text).toMatch(/<option value="fillers" selected/);
    expect(text).toMatch(/name="q"[^>]*value="face"/);
    expect(text).toMatch(/value="yes" checked/);
    expect(text).toMatch(/href="\/catalogue"[^>]*>\s*(<[^>]+>)*\s*Clear/);
  });

  it('takes an address that asks for what there is not as one that does not ask, and the API refuses it', async () => {
    const all = await slugs('');
    const text = await page('kind=ebook&time=never&page=zero');
    for (const slug of all) expect(text).toContain(`s/${slug}"`);
    const { status, body } = await visitor.get('/api/catalogue?kind=ebook');
    expect(status).toBe(400);
    expect(Object.keys(body.errors)).toEqual(['kind']);
  });

  it('shows the parts and the saving of a bundle also where its courses are not shown', async () => {
    const { items } = (await visitor.get('/api/catalogue?kind=bundle')).body;
    expect(items[0].courses.length).toBeGreaterThan(3);
    expect(await page('kind=bundle')).toMatch(/\d courses/);
  });

  it('goes through everything a page at a time, each product once', async () => {
    await app.db.rows(
      `WITH made AS (
         INSERT INTO courses (id, slug, current_edition_id)
         SELECT uuidv7(), 'many-' || n, uuidv7() FROM generate_series(1, 60) AS n RETURNING id, slug, current_edition_id
       ), written AS (
         INSERT INTO editions (id, course_id, number, content_hash, title, summary, audience, minutes, reviewed_on, reviewed_by,
           objectives, intro_html, outline, item_count)
         SELECT current_edition_id, id, 1, slug, slug, 'One of many', 'Injectors', 60, '2026-11-01', 'A test', '[]', '', '[]', 1
         FROM made RETURNING course_id
       )
       INSERT INTO products (id, kind, slug, title, status, course_id)
       SELECT uuidv7(), 'course', slug, slug, 'published', id FROM made JOIN written ON course_id = id`,
    );
    const seen: string[] = [];
    for (let at = 1; at < 10; at++) {
      const text = await page(`page=${at}&kind=course`);
      seen.push(...[...text.matchAll(/href="\/courses\/([a-z0-9-]+)"/g)].map((found) => found[1]!));
      if (!text.includes('rel="next"')) break;
    }
    const kept = await app.db.rows<{ slug: string }>(
      `SELECT slug FROM products WHERE kind = 'course' AND status = 'published'`,
    );
    expect(seen).toHaveLength(kept.length);
    expect(new Set(seen)).toEqual(new Set(kept.map(({ slug }) => slug)));
  });
});
