import { parse } from 'csv-parse/sync';
import { SandboxLevers, testApp, type Client, type TestApp } from '../../../test/support/index.js';
import { SettleOrder } from '../../checkout/index.js';

describe("the accountant's payments", () => {
  let app: TestApp;
  let accountant: Client;

  beforeAll(async () => {
    app = await testApp();
    accountant = await app.signIn('accountant');
    const stripe = new SandboxLevers(app);
    await stripe.webhooks('drop');
    const buyers = [
      ['Grace Lind', 'foundations'],
      ['=HYPERLINK("http://evil")', 'upper-face'],
      ['Omar "O" Reyes, RN', 'cosmetic-injector-certification'],
    ] as const;
    for (const [index, [name, product]] of buyers.entries()) {
      const email = `payer${index}@example.test`;
      await app.client().post('/api/people', { name, email, password: 'a long enough passphrase' });
      const buyer = await app.signIn(email, 'a long enough passphrase');
      const { number } = (await buyer.post('/api/orders', { items: [{ product }] })).body;
      const { id } = (await app.db.row<{ id: string }>(
        'SELECT checkout_session_id AS id FROM orders WHERE number = $1',
        [number],
      ))!;
      await stripe.pay(id);
      await app.get(SettleOrder).execute(id);
    }
  }, 120_000);
  afterAll(() => app.close());

  it('lists every payment, newest first, with totals that are the sum of the rows', async () => {
    const { body } = await accountant.get('/api/books/payments');
    expect(body.items.map((row: any) => [row.what, row.amount.amount])).toEqual([
      ['Cosmetic Injector Certification', 44_900],
      ['Upper face', 19_900],
      ['Foundations of cosmetic injection', 14_900],
    ]);
    expect(body.totals).toEqual([
      { count: 3, amount: { amount: 79_700, currency: 'USD' }, refunded: { amount: 0, currency: 'USD' } },
    ]);
  });

  it('pages without losing or repeating a row, totals staying those of all', async () => {
    const seen: string[] = [];
    let after = '';
    do {
      const { body } = await accountant.get(`/api/books/payments?limit=1${after && `&after=${after}`}`);
      seen.push(...body.items.map((row: any) => row.id as string));
      expect(body.totals[0].count).toBe(3);
      after = (body.next as string | null) ?? '';
    } while (after);
    expect(new Set(seen).size).toBe(3);
  });

  it.each([
    ['q=grace', 1],
    ['q=payer1%40example', 1],
    ['q=%25', 0],
    ['q=payer_%40', 0],
    ['status=paid', 3],
    ['status=refunded', 0],
    ['currency=EUR', 0],
    ['from=2020-01-01&to=2020-12-31', 0],
    ['from=2020-01-01', 3],
  ])('answers the filter %s with %i', async (filter, count) => {
    const { body } = await accountant.get(`/api/books/payments?${filter}`);
    expect(body.items).toHaveLength(count);
    expect(body.totals.reduce((sum: number, total: any) => sum + (total.count as number), 0)).toBe(count);
  });

  it.each([
    'from=yesterday',
    'from=2026-12-01&to=2026-11-01',
    'currency=usd',
    'status=lost',
    'limit=0',
    'sort=amount',
    'after=x',
  ])('refuses the filter %s with the field, on the page beside it', async (filter) => {
    const answer = await accountant.get(`/api/books/payments?${filter}`);
    expect([answer.status, Object.keys(answer.body.errors as object).length > 0]).toEqual([400, true]);
    const page = await accountant.get(`/books/payments?${filter}`, { accept: 'text/html' });
    expect([page.status, page.text.includes('There is a problem')]).toEqual([422, true]);
  });

  it('exports what the list shows, with formulas made harmless', async () => {
    const answer = await accountant.get('/api/books/payments.csv');
    expect(answer.headers.get('content-type')).toContain('text/csv');
    const rows: string[][] = parse(answer.text);
    expect(rows).toHaveLength(4);
    expect(rows.slice(1).map((row) => row[9])).toEqual(['449.00', '199.00', '149.00']);
    expect(rows.slice(1).map((row) => row[4])).toEqual([
      'Omar "O" Reyes, RN',
      `'=HYPERLINK("http://evil")`,
      'Grace Lind',
    ]);
  });

  it('shows the accountant no answer, no paper and no admin page', async () => {
    expect((await accountant.get('/admin/bundles', { accept: 'text/html' })).status).toBe(403);
    expect((await accountant.get('/api/admin/people')).status).toBe(403);
    const learner = await app.signIn('learner');
    expect((await learner.get('/api/books/payments')).status).toBe(403);
    expect((await learner.get('/api/books/payments.csv')).status).toBe(403);
  });
});
