import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { newId } from '../../shared/index.js';

const certification = 'cosmetic-injector-certification';

let app: TestApp;
beforeAll(async () => void (app = await testApp()), 60_000);
afterAll(() => app?.close());

async function visitorIn(market: string): Promise<Client> {
  const visitor = app.client();
  await visitor.form('/market', { market, next: '/catalogue' });
  return visitor;
}
const amountOf = async (visitor: Client, path: string) => (await visitor.get(path)).body.price;

describe('the market of a visitor', () => {
  it('is chosen by a form at the foot of the page, and leads back to it', async () => {
    const visitor = app.client();
    const page = await visitor.get(`/bundles/${certification}`);
    expect(page.text).toMatch(/<form class="site-choice" method="post" action="\/market"/);
    expect(page.text).toContain(`<input type="hidden" name="next" value="/bundles/${certification}"/>`);
    expect(page.text).toMatch(/<option value="default" selected>United States \(USD\)/);
    const chosen = await visitor.form('/market', { market: 'jp', next: `/bundles/${certification}` });
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, `/bundles/${certification}`]);
    expect(chosen.headers.get('set-cookie')).toMatch(/^market=jp;.*HttpOnly; SameSite=Lax/);
    const after = await visitor.get(`/bundles/${certification}`);
    expect(after.text).toMatch(/<option value="jp" selected>/);
    expect(after.text).toContain('¥89,850');
    expect(after.text).toContain('Tax is included.');
    expect(after.text).not.toContain('$');
  });

  it.each([
    ['kw', 'KWD 179.700'],
    ['eu', '€599.00'],
    ['gb', '£479.20'],
  ])('shows the catalogue in %s with the digits of its currency', async (market, price) => {
    const { text } = await (await visitorIn(market)).get('/catalogue');
    expect(text.replaceAll('\u00a0', ' ')).toContain(price);
  });

  it('is the default one for a cookie that names none', async () => {
    const visitor = app.client();
    for (const value of ['atlantis', 'EU', "eu'--", '']) {
      visitor.setCookie('market', value);
      expect((await visitor.get(`/bundles/${certification}`)).text).toContain('$449.00');
    }
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil'])('never leads to %s', async (next) => {
    const answer = await app.client().form('/market', { market: 'eu', next });
    expect(answer.headers.get('location')).toBe('/');
  });

  it('is refused if nothing is sold there', async () => {
    expect((await app.client().form('/market', { market: 'atlantis' })).status).toBe(422);
  });

  it('says "Not sold in" where a product has no price, instead of a price of elsewhere', async () => {
    const id = newId();
    await app.db.rows(
      `WITH p AS (INSERT INTO products (id, kind, slug, title, status) VALUES ($1, 'bundle', 'only-here', 'Only here', 'published')),
       b AS (INSERT INTO bundles (product_id, summary, body_markdown, body_html) VALUES ($1, 'S', 'T', '<p>T</p>')),
       l AS (INSERT INTO list_prices (id, product_id, currency, amount, effective_at, reason)
         VALUES ($2, $1, 'USD', 12345, date_trunc('milliseconds', now()), 'Test'))
       INSERT INTO bundle_courses (product_id, course_id, position) SELECT $1, id, 1 FROM courses LIMIT 1`,
      [id, newId()],
    );
    const japan = await visitorIn('jp');
    const { status, text } = await japan.get('/bundles/only-here');
    expect(status).toBe(200);
    expect(text).toContain('Not sold in Japan');
    expect(text).not.toContain('Enroll<');
    expect(text).not.toContain('123.45');
    expect((await japan.get('/catalogue')).text).toContain('Not sold in Japan');
    expect((await japan.get('/api/bundles/only-here?market=jp')).status).toBe(404);
    const basket = { items: [{ product: 'only-here' }], market: 'jp' };
    expect((await japan.post('/api/quotes', basket)).body).toMatchObject({
      code: 'product_without_price',
      errors: { 'items.0.product': 'This product is not sold in Japan at the moment.' },
    });
  });
});

describe('the API', () => {
  it('tells the open markets, and prices in one of them', async () => {
    const visitor = app.client();
    const { items } = (await visitor.get('/api/markets')).body;
    expect(items.map(({ name, currency, tax }: Record<string, string>) => [name, currency, tax])).toEqual([
      ['default', 'USD', 'none'],
      ['eu', 'EUR', 'included'],
      ['gb', 'GBP', 'included'],
      ['jp', 'JPY', 'included'],
      ['kw', 'KWD', 'none'],
    ]);
    expect(await amountOf(visitor, `/api/bundles/${certification}?market=jp`)).toEqual({
      amount: 89_850,
      currency: 'JPY',
    });
    expect(await amountOf(visitor, `/api/bundles/${certification}`)).toEqual({ amount: 44_900, currency: 'USD' });
    const { body } = await visitor.post('/api/quotes', { items: [{ product: certification }], market: 'kw' });
    expect(body).toMatchObject({ market: 'kw', currency: 'KWD', tax: 'none', total: { amount: 179_700 } });
  });

  it.each([
    ['GET', '/api/catalogue?market=atlantis'],
    ['GET', `/api/bundles/${certification}?market=atlantis`],
    ['GET', '/api/courses/foundations?market=atlantis'],
  ])('%s %s is refused', async (_method, path) => {
    expect((await app.client().get(path)).body).toMatchObject({ code: 'market_unknown' });
  });
});
