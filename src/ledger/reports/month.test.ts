import { parse } from 'csv-parse/sync';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { Database } from '../../database/index.js';
import type { NewEntry, Posting } from '../journal/entry.js';
import { PostEntries } from '../journal/post-entries.js';

describe('a month at a glance', () => {
  let app: TestApp;
  let accountant: Client;
  let course: string;
  let product: string;
  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    accountant = await app.signIn('accountant');
    const id = (table: string, slug: string) =>
      app.db.row<{ id: string }>(`SELECT id FROM ${table} WHERE slug = $1`, [slug]).then((row) => row!.id);
    course = await id('courses', 'foundations');
    product = await id('products', 'cosmetic-injector-certification');
  }, 120_000);
  afterAll(() => app.close());

  let posted = 0;
  const post = (date: string, kind: NewEntry['kind'], postings: Posting[]) =>
    app.get(Database).transaction((tx) =>
      app.get(PostEntries).post(tx, [
        {
          ...{ date, kind, description: `A ${kind}`, postings },
          source: { kind: 'test', id: String((posted += 1)), purpose: kind },
        },
      ]),
    );
  const leg = (account: string, amount: number, currency = 'USD'): Posting => ({
    ...{ account, amount, currency },
    ...(account === '2100' || account === '4000' ? { courseId: course, productId: product } : {}),
  });
  const page = (address: string) => accountant.get(address, { accept: 'text/html' });

  it('says that nothing is booked while the books are empty, and that they begin now', async () => {
    const { status, text } = await page('/books');
    expect([status, text.includes('Nothing is booked yet')]).toEqual([200, true]);
    const { body } = await accountant.get('/api/books/month');
    expect(body).toMatchObject({ currency: 'USD', currencies: [], offers: [], revenueByCourse: [] });
    expect((await accountant.get('/api/books/month?currency=EUR')).status).toBe(422);
  });

  it('shows the last month with postings, and each month before it, to the cent', async () => {
    await post('2026-08-15', 'sale', [leg('1100', 5_679), leg('5000', 201), leg('2100', -4_900), leg('2200', -980)]);
    await post('2026-08-31', 'recognition', [leg('2100', 402), leg('4000', -402)]);
    await post('2026-09-30', 'recognition', [leg('2100', 400), leg('4000', -400)]);
    await post('2026-09-30', 'sale', [leg('1100', 900, 'EUR'), leg('2100', -900, 'EUR')]);
    const { body } = await accountant.get('/api/books/month');
    expect(body.currencies).toEqual(['EUR', 'USD']);
    expect(body.months.map(({ month, revenue, deferred }: any) => [month, revenue, deferred])).toEqual([
      ['2026-08', 402, 4_498],
      ['2026-09', 400, 4_098],
    ]);
    expect(body.months[0]).toMatchObject({ billed: 4_900, billedTax: 980, fees: 201, charged: 5_880, stripe: 5_679 });
    expect(body.revenueByCourse).toEqual([
      { id: course, name: 'Foundations of cosmetic injection', values: [402, 400] },
    ]);
    expect(body.revenueByProduct).toEqual([
      { id: product, name: 'Cosmetic Injector Certification', values: [402, 400] },
    ]);
  });

  it('keeps currencies apart', async () => {
    const { body } = await accountant.get('/api/books/month?currency=EUR');
    expect(body.months.map(({ billed, stripe, revenue }: any) => [billed, stripe, revenue])).toEqual([
      [0, 0, 0],
      [900, 900, 0],
    ]);
  });

  it('leads from each figure to what it is made of, and to the months beside it', async () => {
    const { text } = await page('/books?month=2026-08');
    expect(text).toContain('/books/accounts/4000?currency=USD&from=2026-08-01&to=2026-08-31');
    expect(text).toContain('/books/accounts/2100?currency=USD&from=2026-08-01&to=2026-08-31&kind=sale');
    expect(text).toContain('/books/refunds?currency=USD&from=2026-08-01&to=2026-08-31');
    expect(text).toContain(`/books/accounts/4000?currency=USD&from=2026-08-01&to=2026-08-31&course=${course}`);
    expect(text).toContain('/books?month=2026-09&currency=USD&span=12');
    expect((await page('/books?month=2026-09&span=36')).text).toContain('/books?month=2026-08&currency=USD&span=36');
  });

  it('compares offers by what they sold and what they gave away, tax aside', async () => {
    await app.db.rows(
      `INSERT INTO daily_sales (day, currency, market, product_id, offer_id, lines, quantity, list, net, tax) VALUES
         ('2026-09-02', 'USD', 'default', $1, NULL, 1, 1, 90000, 90000, 0),
         ('2026-09-03', 'USD', 'default', $1, (SELECT id FROM offers LIMIT 1), 2, 2, 180000, 99800, 900),
         ('2026-09-30', 'EUR', 'eu', $1, NULL, 1, 1, 1190, 900, 171)`,
      [product],
    );
    const offers = async (query: string) => (await accountant.get(`/api/books/month?${query}`)).body.offers;
    expect(await offers('month=2026-09')).toMatchObject([
      { units: 2, list: 180_000, discount: 80_200, net: 99_800 },
      { offer: null, units: 1, list: 90_000, discount: 0, net: 90_000 },
    ]);
    // Prices there contain the tax, so that list price and what was charged are compared with it.
    expect(await offers('month=2026-09&currency=EUR')).toMatchObject([{ list: 1_190, discount: 119, net: 900 }]);
    expect(await offers('month=2026-08')).toEqual([]);
    const file: string[][] = parse((await accountant.get('/api/books/offers.csv?month=2026-09')).text);
    expect(file[1]!.slice(2)).toEqual(['default', '2', '1800.00', '802.00', '998.00', 'USD']);
    expect((await page('/books?month=2026-09')).text).toContain('44.6 %');
  });

  it('comes as a file with a column for each month', async () => {
    const rows: string[][] = parse((await accountant.get('/api/books/month.csv?month=2026-09')).text);
    expect(rows[0]).toEqual(['Figure', 'Of', 'Currency', '2026-08', '2026-09']);
    expect(rows).toContainEqual(['Deferred at the end', '', 'USD', '44.98', '40.98']);
    expect(rows).toContainEqual(['Revenue by course', 'Foundations of cosmetic injection', 'USD', '4.02', '4.00']);
  });

  it.each([
    ['month=2999-01', 'month', 422],
    ['month=2020-01', 'month', 422],
    ['month=2026-13', 'month', 400],
    ['month=last', 'month', 400],
    ['currency=GBP', 'currency', 422],
    ['currency=usd', 'currency', 400],
    ['span=24', 'span', 400],
  ])('refuses %s at the field, and keeps what was typed', async (query, field, status) => {
    const answer = await accountant.get(`/api/books/month?${query}`);
    expect([answer.status, Object.keys(answer.body.errors as object)]).toEqual([status, [field]]);
    const shown = await page(`/books?${query}`);
    expect([shown.status, shown.text.includes(`field-${field}-error`)]).toEqual([422, true]);
    if (field === 'month') expect(shown.text).toContain(`value="${query.split('=')[1]}"`);
  });

  it('is read by admins too, and by nobody else', async () => {
    const seen = async (account: string) => (await (await app.signIn(account)).get('/api/books/month')).status;
    expect([await seen('admin'), await seen('learner')]).toEqual([200, 403]);
  });
});
