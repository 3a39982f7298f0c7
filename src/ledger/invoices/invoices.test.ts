import { parse } from 'csv-parse/sync';
import { type Client, eventually, SandboxLevers, testApp, type TestApp } from '../../../test/support/index.js';
import { SettleOrder } from '../../checkout/index.js';

describe("the accountant's invoices", () => {
  let app: TestApp;
  let accountant: Client;

  beforeAll(async () => {
    app = await testApp();
    accountant = await app.signIn('accountant');
    const stripe = new SandboxLevers(app);
    await stripe.webhooks('drop');
    for (const [index, name] of ['Grace Lind', '=HYPERLINK("http://evil")', 'Omar Reyes'].entries()) {
      const email = `invoiced${index}@example.test`;
      await app.client().post('/api/people', { name, email, password: 'a long enough passphrase' });
      const buyer = await app.signIn(email, 'a long enough passphrase');
      const { number } = (await buyer.post('/api/orders', { items: [{ product: 'foundations' }] })).body;
      const order = await app.db.row<{ id: string }>('SELECT checkout_session_id AS id FROM orders WHERE number = $1', [
        number,
      ]);
      await stripe.pay(order!.id);
      await app.get(SettleOrder).execute(order!.id);
    }
    await eventually(async () => expect((await accountant.get('/api/books/invoices')).body.items).toHaveLength(3));
  }, 120_000);
  afterAll(() => app.close());

  it('lists every document with totals and the last number of each series', async () => {
    const { body } = await accountant.get('/api/books/invoices');
    const usd = (amount: number) => ({ amount, currency: 'USD' });
    expect(body.totals).toEqual([{ count: 3, net: usd(44_700), tax: usd(0), gross: usd(44_700) }]);
    expect(body.series).toEqual([{ code: 'INV-US', last: 3 }]);
    const page = await accountant.get('/books/invoices', { accept: 'text/html' });
    expect([page.status, page.text.includes('$447.00')]).toEqual([200, true]);
  });

  it('pages without losing or repeating a row', async () => {
    const seen: string[] = [];
    let after = '';
    do {
      const { body } = await accountant.get(`/api/books/invoices?limit=1${after && `&after=${after}`}`);
      seen.push(...body.items.map((row: any) => row.number as string));
      after = (body.next as string | null) ?? '';
    } while (after);
    expect(seen.sort()).toEqual(['INV-US-000001', 'INV-US-000002', 'INV-US-000003']);
  });

  it.each([
    ['q=grace', 1],
    ['q=INV-US-000002', 1],
    ['q=%25', 0],
    ['kind=invoice', 3],
    ['kind=credit_note', 0],
    ['series=INV-US', 3],
    ['series=CN-US', 0],
    ['currency=EUR', 0],
    ['to=2020-12-31', 0],
  ])('answers the filter %s with %i', async (filter, count) => {
    const { body } = await accountant.get(`/api/books/invoices?${filter}`);
    expect(body.items).toHaveLength(count);
  });

  it.each(['from=yesterday', 'from=2026-12-01&to=2026-11-01', 'kind=bill', 'sort=x'])(
    'refuses the filter %s with the field, on the page beside it',
    async (filter) => {
      expect((await accountant.get(`/api/books/invoices?${filter}`)).status).toBe(400);
      const page = await accountant.get(`/books/invoices?${filter}`, { accept: 'text/html' });
      expect([page.status, page.text.includes('There is a problem')]).toEqual([422, true]);
    },
  );

  it('exports what the list shows, with formulas made harmless', async () => {
    const rows: string[][] = parse((await accountant.get('/api/books/invoices.csv')).text);
    expect(rows).toHaveLength(4);
    expect(rows.slice(1).map((row) => row[8])).toEqual(['149.00', '149.00', '149.00']);
    expect(rows.slice(1).map((row) => row[4])).toContain(`'=HYPERLINK("http://evil")`);
  });
});
