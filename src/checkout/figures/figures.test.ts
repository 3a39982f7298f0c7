import { testApp, type TestApp } from '../../../test/support/index.js';
import { SalesFigures, WaitingForStaff } from '../../bundles/index.js';
import { newId } from '../../shared/index.js';

let app: TestApp;
let sales: SalesFigures;
let buyer: string;
let product: { id: string; slug: string; title: string };
beforeAll(async () => {
  app = await testApp();
  sales = app.get(SalesFigures);
  [{ id: buyer }] = (await app.db.rows<{ id: string }>('SELECT id FROM people LIMIT 1')) as [{ id: string }];
  [product] = (await app.db.rows(`SELECT id, slug, title FROM products WHERE kind = 'course' LIMIT 1`)) as [
    typeof product,
  ];
}, 60_000);
afterAll(() => app?.close());

const noon = new Date('2027-05-20T12:00:00Z');
const before = (days: number, hours = 0) => new Date(noon.getTime() - days * 86_400_000 - hours * 3_600_000);

/** An order paid in full at that instant. */
async function paid(at: Date, amount: number, currency = 'USD'): Promise<string> {
  const [order, line] = [newId(), newId()];
  await app.db.rows(
    `INSERT INTO orders (id, number, person_id, status, currency, total, quote, basket, created_at, checkout_expires_at, settled_at)
     VALUES ($1::uuid, $1::text, $2, 'paid', $3, $4, '{"lines": []}', '', $5, $5, $5)`,
    [order, buyer, currency, amount, at],
  );
  await app.db.rows(
    `INSERT INTO order_lines (id, order_id, position, product_id, title, amount) VALUES ($1, $2, 0, $3, 'Sold', $4)`,
    [line, order, product.id, amount],
  );
  await app.db.rows(
    `INSERT INTO payments (id, order_id, payment_intent, method, amount, currency, paid_at) VALUES ($1::uuid, $2, $1::text, 'card', $3, $4, $5)`,
    [newId(), order, amount, currency, at],
  );
  return order;
}

it('nothing sold is no row, not a row of zeros', async () => {
  expect([await sales.totals(noon), await sales.perDay(noon, 3), await sales.perProduct(noon, 30)]).toEqual([
    [],
    [],
    [],
  ]);
});

describe('once something was sold', () => {
  beforeAll(async () => {
    await paid(before(0, 1), 100);
    await paid(before(0, 12), 20); // midnight: today begins
    await paid(before(1, 1), 3000); // yesterday before this time
    await paid(before(0, 20), 7); // yesterday after it
    await paid(before(8), 50_000);
    await paid(before(31), 600_000);
    await paid(before(61), 9_000_000);
    await paid(before(2), 5, 'JPY');
  });

  it('each period stands against the one before it, and each currency alone', async () => {
    const last7 = 100 + 20 + 3000 + 7;
    expect(await sales.totals(noon)).toEqual([
      {
        currency: 'USD',
        ...{ today: 120, yesterday: 3000, days7: last7, before7: 50_000 },
        ...{ days30: last7 + 50_000, before30: 600_000 },
      },
      { currency: 'JPY', today: 0, yesterday: 0, days7: 5, before7: 0, days30: 5, before30: 0 },
    ]);
  });

  it('every day has a row, also one without a payment', async () => {
    const days = (await sales.perDay(noon, 3)).filter((day) => day.currency === 'USD');
    expect(days).toEqual([
      { day: '2027-05-18', currency: 'USD', payments: 0, amount: 0 },
      { day: '2027-05-19', currency: 'USD', payments: 2, amount: 3007 },
      { day: '2027-05-20', currency: 'USD', payments: 2, amount: 120 },
    ]);
  });

  it('products are summed over settled orders', async () => {
    expect(await sales.perProduct(noon, 30)).toEqual([
      { product: product.title, slug: product.slug, currency: 'JPY', orders: 1, amount: 5 },
      { product: product.title, slug: product.slug, currency: 'USD', orders: 5, amount: 53_127 },
    ]);
  });

  it('a review waits until somebody resolves it', async () => {
    const waiting = async () =>
      (await app.get(WaitingForStaff).list()).find((each) => each.label === 'Orders to review')!.count;
    const before = await waiting();
    const order = await paid(noon, 1);
    const [review] = await app.db.rows<{ id: string }>(
      `INSERT INTO order_reviews (order_id, reason, seen) VALUES ($1, 'paid_twice', '{}') RETURNING id`,
      [order],
    );
    expect(await waiting()).toBe(before + 1);
    await app.db.rows(`INSERT INTO review_resolutions (review_id, by, note) VALUES ($1, $2, 'Looked at')`, [
      review!.id,
      buyer,
    ]);
    expect(await waiting()).toBe(before);
  });
});
