import { parse } from 'csv-parse/sync';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';

describe("the accountant's payouts", () => {
  let app: TestApp;
  let accountant: Client;

  beforeAll(async () => {
    app = await testApp();
    accountant = await app.signIn('accountant');
    await app.db.rows(
      `INSERT INTO payouts (id, amount, currency, status, is_automatic, failure, created_at, arrives_at, read_at, reconciled_at, transactions_net)
       VALUES ('po_matched', 26400, 'USD', 'paid', true, NULL, '2026-11-01', '2026-11-03', now(), now(), 26400),
              ('po_differs', 10000, 'USD', 'paid', true, NULL, '2026-11-02', '2026-11-04', now(), now(), 9999),
              ('po_waiting', 5000, 'EUR', 'in_transit', true, NULL, '2026-11-03', '2026-11-05', now(), NULL, NULL),
              ('po_manual', 700, 'USD', 'failed', false, 'account closed', '2026-11-04', '2026-11-06', now(), NULL, NULL)`,
    );
    await app.db.rows(
      `INSERT INTO payout_transactions (id, payout_id, type, category, source, amount, fee, net, currency, at)
       VALUES ('txn_1', 'po_matched', 'charge', 'charge', 'ch_1', 30000, 900, 29100, 'USD', '2026-10-30'),
              ('txn_2', 'po_matched', 'refund', 'refund', 're_1', -2700, 0, -2700, 'USD', '2026-10-31'),
              ('txn_3', 'po_differs', '=evil()', 'charge', 'ch_2', 9999, 0, 9999, 'USD', '2026-10-31')`,
    );
  }, 120_000);
  afterAll(() => app.close());

  const ids = async (filter: string): Promise<string[]> =>
    (await accountant.get(`/api/books/payouts?${filter}`)).body.items.map(({ id }: { id: string }) => id);

  it('lists them newest first with totals, and says which do not add up', async () => {
    const { body } = await accountant.get('/api/books/payouts');
    expect(body.items.map(({ id, verdict }: any) => [id, verdict])).toEqual([
      ['po_manual', 'manual'],
      ['po_waiting', 'waiting'],
      ['po_differs', 'difference'],
      ['po_matched', 'matched'],
    ]);
    expect(body.totals).toEqual([
      { count: 1, failed: 0, differences: 0, amount: { amount: 5000, currency: 'EUR' } },
      { count: 3, failed: 1, differences: 1, amount: { amount: 36_400, currency: 'USD' } },
    ]);
    const page = await accountant.get('/books/payouts', { accept: 'text/html' });
    for (const words of ['Manual, cannot be matched', '1 with a difference', 'account closed']) {
      expect(page.text.includes(words)).toBe(true);
    }
  });

  it.each([
    ['verdict=difference', ['po_differs']],
    ['currency=EUR', ['po_waiting']],
    ['q=po_manual', ['po_manual']],
    ['q=re_1', ['po_matched']],
    ['q=txn_3', ['po_differs']],
    ['from=2026-11-03&to=2026-11-03', ['po_waiting']],
    ['limit=1&after=po_waiting', ['po_differs']],
  ])('answers the filter %s', async (filter, expected) => {
    expect(await ids(filter)).toEqual(expected);
  });

  it.each(['verdict=lost', 'from=2026-12-02&to=2026-12-01', 'after=x'])('refuses the filter %s', async (filter) => {
    expect((await accountant.get(`/api/books/payouts?${filter}`)).status).toBe(400);
    expect((await accountant.get(`/books/payouts?${filter}`, { accept: 'text/html' })).status).toBe(422);
  });

  it('shows what a payout was made of, as a page, as JSON and as CSV', async () => {
    const { body } = await accountant.get('/api/books/payouts/po_matched');
    expect(body.sums.map(({ category, net }: any) => [category, net.amount])).toEqual([
      ['charge', 29_100],
      ['refund', -2_700],
    ]);
    expect(body.items.map(({ id }: any) => id)).toEqual(['txn_1', 'txn_2']);
    const first = (await accountant.get('/api/books/payouts/po_matched?limit=1')).body;
    expect((await accountant.get(`/api/books/payouts/po_matched?after=${first.next}`)).body.items[0].id).toBe('txn_2');
    const rows: string[][] = parse((await accountant.get('/api/books/payouts/po_differs/transactions.csv')).text);
    expect(rows[1]!.slice(0, 1).concat(rows[1]!.slice(2, 3), rows[1]!.slice(-2))).toEqual([
      'txn_3',
      `'=evil()`,
      '99.99',
      'USD',
    ]);
    const page = await accountant.get('/books/payouts/po_differs', { accept: 'text/html' });
    expect(page.text.includes('differs from the sum of its transactions by $0.01')).toBe(true);
    const manual = await accountant.get('/books/payouts/po_manual', { accept: 'text/html' });
    expect(manual.text.includes('A manual payout cannot be matched')).toBe(true);
    const all: string[][] = parse((await accountant.get('/api/books/payouts.csv')).text);
    expect(all.map((row) => row[6])).toEqual(['Amount', '7.00', '50.00', '100.00', '264.00']);
  });

  it('is unknown if it is not there', async () => {
    for (const path of ['/api/books/payouts/po_none', '/api/books/payouts/po_none/transactions.csv']) {
      expect((await accountant.get(path)).status).toBe(404);
    }
    expect((await accountant.post('/api/books/payouts/po_none/reconciliation')).status).toBe(404);
  });
});
