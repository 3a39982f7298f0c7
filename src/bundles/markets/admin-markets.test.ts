import { type Client, testApp, type TestApp } from '../../../test/support/index.js';

const certification = 'cosmetic-injector-certification';

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await testApp();
  admin = await app.signIn('admin');
}, 60_000);
afterAll(() => app?.close());

const market = async (name: string) =>
  (await admin.get('/api/admin/markets')).body.items.find((each: { name: string }) => each.name === name);
async function change(name: string, fields: object) {
  const { version } = await market(name);
  return admin.patch(`/api/admin/markets/${name}`, { version, reason: 'Test', ...fields });
}
const bundle = async (name = 'default') =>
  (await app.client().get(`/api/bundles/${certification}?market=${name}`)).body;

describe('an admin', () => {
  it('switches the prior price off and on for a market: nothing is struck through without it', async () => {
    expect(await bundle()).toHaveProperty('priorPrice');
    await change('default', { showPriorPrice: false });
    const without = await bundle();
    expect(without).toMatchObject({ price: { amount: 44_900 } });
    expect(without).not.toHaveProperty('priorPrice');
    expect(without).not.toHaveProperty('percentOff');
    expect((await app.client().get(`/bundles/${certification}`)).text).not.toContain('price-prior');
    await change('default', { showPriorPrice: true });
    expect(await bundle()).toHaveProperty('priorPrice');
  });

  it('asks for more days of history: 61 are more than there are', async () => {
    await change('default', { priorPriceDays: 61 });
    expect(await bundle()).not.toHaveProperty('priorPrice');
    await change('default', { priorPriceDays: 30 });
  });

  it('has tax shown as it is, in quotes and on pages', async () => {
    await change('default', { tax: 'added' });
    const { body } = await app.client().post('/api/quotes', { items: [{ product: certification }] });
    expect(body.tax).toBe('added');
    expect((await app.client().get(`/bundles/${certification}`)).text).toContain('Tax comes on top');
    await change('default', { tax: 'none' });
  });

  it('closes a market at once, for pages, the API and quotes', async () => {
    await change('kw', { active: false });
    const visitor = app.client();
    visitor.setCookie('market', 'kw');
    expect((await visitor.get('/catalogue')).text).not.toContain('Kuwait');
    expect(await bundle('kw')).toMatchObject({ code: 'market_unknown' });
    const basket = { items: [{ product: certification }], market: 'kw' };
    expect((await visitor.post('/api/quotes', basket)).body).toMatchObject({ code: 'market_unknown' });
    await change('kw', { active: true });
    expect(await bundle('kw')).toHaveProperty('price');
  });

  it('works by the form, which says who changed what and why', async () => {
    const { version } = await market('eu');
    const fields = {
      version: String(version),
      tax: 'included',
      priorPriceDays: '30',
      coolingOffDays: '45',
      active: 'yes',
    };
    const wrong = await admin.form('/admin/markets/eu', { ...fields, priorPriceDays: '7', reason: '' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Enter 30 to 365 days.');
    expect(wrong.text).toContain('value="7"');
    const saved = await admin.form('/admin/markets/eu', { ...fields, reason: 'A longer rest' });
    expect(saved.status).toBe(303);
    expect(await market('eu')).toMatchObject({ coolingOffDays: 45, showPriorPrice: false, version: version + 1 });
    const { text } = await admin.get('/admin/markets/eu');
    expect(text).toContain('days of rest between offers: 30 → 45; prior price shown: yes → no'.split('; ')[0]);
    expect(text).toContain('A longer rest');
    expect(text).toContain('Ruth Adeyemi');
  });

  it('is told when somebody else was quicker, and nothing is lost', async () => {
    const { version } = await market('gb');
    const both = await Promise.all(
      [40, 50].map((coolingOffDays) =>
        admin.patch('/api/admin/markets/gb', { version, coolingOffDays, reason: 'Both' }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'market_changed' });
  });

  it.each([
    ['closes the default market', 'default', { active: false }, 422, 'market_default_open'],
    ['changes a currency', 'jp', { currency: 'USD' }, 400, 'malformed'],
    ['shows a prior price of less than 30 days', 'jp', { priorPriceDays: 29 }, 400, 'malformed'],
    ['changes without a reason', 'jp', { tax: 'none', reason: '' }, 400, 'malformed'],
  ])('never %s', async (_name, name, fields, status, code) => {
    const answer = await change(name, fields);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
  });

  it('asks for a market that is not there', async () => {
    const answer = await admin.patch('/api/admin/markets/atlantis', { version: 1, reason: 'Test' });
    expect(answer.status).toBe(404);
    expect((await admin.get('/admin/markets/atlantis')).status).toBe(404);
  });
});

describe('the database itself', () => {
  it.each([
    [`UPDATE markets SET currency = 'USD' WHERE name = 'eu'`, 'keeps its name and its currency'],
    [`UPDATE markets SET active = false WHERE name = 'default'`, 'ck_markets_default_active'],
    [`DELETE FROM market_changes`, 'append-only'],
    [
      `INSERT INTO list_prices (id, product_id, currency, market, amount, effective_at, reason)
       SELECT gen_random_uuid(), id, 'EUR', 'default', 100, date_trunc('milliseconds', now()), 'Test' FROM products LIMIT 1`,
      'fk_list_prices_market',
    ],
  ])('refuses %s', async (sql, words) => {
    await expect(app.db.rows(sql)).rejects.toThrow(words);
  });
});
