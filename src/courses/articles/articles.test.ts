import { testApp, type TestApp } from '../../../test/support/index.js';

describe('the articles', () => {
  let app: TestApp;
  beforeAll(async () => void (app = await testApp()), 120_000);
  afterAll(() => app.close());

  const path = '/articles/botox-for-pain';

  it('are listed and read by anyone, with author, review, sources and trademarks', async () => {
    const visitor = app.client();
    expect((await visitor.get('/articles')).text).toContain(`href="${path}"`);
    const { status, text } = await visitor.get(path);
    expect(status).toBe(200);
    for (const part of [
      'Glabella clinical editors',
      '15 November 2026',
      'October 2010',
      'Cochrane',
      'Botox is a trademark of Allergan (AbbVie)',
      'id="sources"',
    ]) {
      expect(text).toContain(part);
    }
    expect(text.match(/<h1/g)).toHaveLength(1);
  });

  it('can be printed alone: no header, no navigation, the address of the article on top', async () => {
    const { text } = await app.client().get(`${path}?print`);
    expect(text).not.toMatch(/site-header|site-footer|demo-banner/);
    expect(text).toContain(`${app.url}${path}`);
    expect(text).toContain('id="sources"');
  });

  it('lead to the courses on sale that go further: those they name, then those that show them in a lesson', async () => {
    const courses = async () => (await app.client().get(`/api${path}`)).body.related.map(({ slug }: any) => slug);
    const named = 'botulinum-toxin-for-pain';
    expect(await courses()).toEqual([named]);
    expect((await app.client().get(path)).text).toContain(`href="/courses/${named}"`);
    await app.db.rows('ALTER TABLE lessons DISABLE TRIGGER USER');
    await app.db.rows(`UPDATE lessons SET article_slug = 'botox-for-pain' WHERE slug IN ('facial-layers', 'masseter')`);
    expect(await courses()).toEqual([named, 'foundations', 'lower-face-and-neck']);
    await app.db.rows(`UPDATE products SET status = 'draft' WHERE slug = 'foundations'`);
    expect(await courses()).toEqual([named, 'lower-face-and-neck']);
    await app.db.rows(`UPDATE products SET status = 'published' WHERE slug = 'foundations'`);
  });

  it('are given to programs as data', async () => {
    const { body } = await app.client().get<object>(`/api${path}`);
    expect(body).toMatchObject({ slug: 'botox-for-pain', number: 1, reviewedOn: '2026-11-15', origin: null });
    const list = await app.client().get('/api/articles?limit=1');
    expect(list.body).toMatchObject({ items: [{ slug: 'botox-for-pain' }], next: 'botox-for-pain' });
    expect((await app.client().get('/api/articles?after=zzz')).body).toEqual({ items: [], next: null });
    expect((await app.client().get('/api/articles?limit=0')).status).toBe(400);
  });

  it('that do not exist are not found', async () => {
    expect((await app.client().get('/articles/none', { accept: 'text/html' })).status).toBe(404);
    expect((await app.client().get('/api/articles/none')).body).toMatchObject({ status: 404, code: 'not_found' });
  });

  it('carry no inline style, script or handler', async () => {
    const { text } = await app.client().get(path);
    expect(text).not.toMatch(/\sstyle="|<style|\son[a-z]+="|<script(?![^>]*\snonce="[^"]+")/);
  });
});
