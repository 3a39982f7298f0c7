import { type Client, testApp, type TestApp } from '../../../test/support/index.js';

const free = '/courses/foundations/previews/facial-layers';
const paid = '/courses/foundations/previews/muscles-of-expression';

describe('a free lesson', () => {
  let app: TestApp;
  let visitor: Client;
  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    visitor = app.client();
  }, 60_000);
  afterAll(() => app?.close());

  it('is read by anybody, whole, with its sources, and with the price of its course now', async () => {
    const { status, text } = await visitor.get(free);
    expect(status).toBe(200);
    expect(text).toContain('The layered plan of the face answers the question of depth.');
    expect(text).toContain('id="sources"');
    const { price } = (await visitor.get('/api/courses/foundations')).body;
    expect(price).toEqual({ amount: 14_900, currency: 'USD' });
    expect(text).toContain('$149');
    expect(text).toContain('/sign-up?next=');
  });

  it('has the same text by the API', async () => {
    const { status, body } = await visitor.get(`/api${free}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      course: { slug: 'foundations', title: 'Foundations of cosmetic injection' },
      slug: 'facial-layers',
      minutes: 14,
      articleSlug: null,
    });
    expect(body.html).toContain('The layered plan of the face answers the question of depth.');
  });

  it('is offered in the outline of its course, and in bundles with it; other lessons are not', async () => {
    for (const page of ['/courses/foundations', '/bundles/cosmetic-injector-certification']) {
      const { text } = await visitor.get(page);
      expect(text).toContain(`href="${free}"`);
      expect(text).not.toContain(paid);
    }
    const items = (await visitor.get('/api/courses/foundations')).body.outline.flatMap((part: any) => part.items);
    expect(items.filter((item: any) => item.preview).map((item: any) => item.slug)).toEqual(['facial-layers']);
  });

  it.each([
    ['a lesson that is not free', paid],
    ['a quiz', '/courses/foundations/previews/foundations-quiz'],
    ['a lesson of another course', '/courses/upper-face/previews/facial-layers'],
    ['a course that is not there', '/courses/nothing/previews/facial-layers'],
  ])('tells nothing of %s', async (_what, address) => {
    expect((await visitor.get(address)).status).toBe(404);
    const { status, body } = await visitor.get(`/api${address}`);
    expect(status).toBe(404);
    expect(body.code).toBe('not_found');
  });

  it('names the article that belongs to it, on its own page', async () => {
    await app.db.rows(`ALTER TABLE lessons DISABLE TRIGGER USER`);
    await app.db.rows(`UPDATE lessons SET article_slug = 'botox-for-pain' WHERE slug = 'facial-layers'`);
    await app.db.rows(`ALTER TABLE lessons ENABLE TRIGGER USER`);
    const { text } = await visitor.get(free);
    expect(text).toContain('href="/articles/botox-for-pain"');
  });

  it('is found by anybody who looks for its words, while its course is sold', async () => {
    const paths = async () =>
      (await visitor.get('/api/search?q=%22layered+plan+of+the+face%22&kind=lesson')).body.items.map(
        (item: any) => item.path,
      );
    expect(await paths()).toEqual([free]);
    await app.db.rows(`UPDATE products SET status = 'draft' WHERE slug = 'foundations'`);
    expect(await paths()).toEqual([]);
    expect((await visitor.get(free)).status).toBe(404);
    await app.db.rows(`UPDATE products SET status = 'published' WHERE slug = 'foundations'`);
  });
});
