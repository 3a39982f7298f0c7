import { type Client, testApp, type TestApp } from '../../../test/support/index.js';

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await testApp();
  admin = await app.signIn('admin');
}, 60_000);
afterAll(() => app?.close());

interface Today {
  sales: object[];
  waiting: { label: string; href: string }[];
}

it('a new shop says what to do next instead of drawing nothing', async () => {
  const page = (await admin.get('/admin')).text;
  for (const shown of ['Nothing was sold in the last 60 days', 'Certification offer', 'No offer is scheduled.'])
    expect(page).toContain(shown);
  expect(page).not.toContain('<svg class="chart-canvas"');
  expect((await admin.get<Today>('/api/admin/today')).body).toMatchObject({
    ...{ sales: [], days: [], products: [] },
    offers: [{ status: 'running', product: 'cosmetic-injector-certification', price: { amount: 44_900 } }],
  });
});

it('a shop that sells draws its sales, with the same figures as a table', async () => {
  const learner = await app.signIn('learner');
  await app.db.rows(
    `INSERT INTO orders (id, number, person_id, status, currency, total, quote, basket, created_at, checkout_expires_at, settled_at)
     SELECT gen_random_uuid(), 'G-TODAY', id, 'paid', 'USD', 12345, '{"lines": []}', '', now(), now(), now() FROM people LIMIT 1`,
  );
  await app.db.rows(
    `INSERT INTO payments (id, order_id, payment_intent, method, amount, currency)
     SELECT id, id, 'pi_today', 'card', total, currency FROM orders WHERE number = 'G-TODAY'`,
  );
  const page = (await admin.get('/admin')).text;
  expect(page).toContain('<svg class="chart-canvas"');
  expect(page.match(/\$123\.45/g)!.length).toBeGreaterThan(3);
  expect(page).toContain('none by the same time yesterday');
  expect((await admin.get('/admin?currency=XXX')).status).toBe(200);
  expect((await admin.get<Today>('/api/admin/today')).body).toMatchObject({
    sales: [{ currency: 'USD', today: { now: { amount: 12_345, currency: 'USD' }, before: { amount: 0 } } }],
  });
  expect((await learner.get('/api/admin/today')).status).toBe(403);
});

it('every count of what waits leads to a page', async () => {
  const { waiting } = (await admin.get<Today>('/api/admin/today')).body;
  for (const { href } of waiting)
    expect({ href, status: (await admin.get(href)).status }).toEqual({ href, status: 200 });
});
