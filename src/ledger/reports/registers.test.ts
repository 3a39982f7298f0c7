import { parse } from 'csv-parse/sync';
import { type Sale, Sales } from '../../../test/fixtures/sales.js';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { ReconcilePayment, RefundOrder } from '../../checkout/index.js';

describe('the registers', () => {
  let app: TestApp;
  let accountant: Client;
  let refunded: Sale;
  let failed: Sale;
  let disputed: Sale;
  let dispute: string;

  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    accountant = await app.signIn('accountant');
    const sales = new Sales(app);
    await sales.stripe.webhooks('drop');
    const refund = async (product: string) => {
      const sale = await sales.sold([product]);
      const why = { cause: 'staff' as const, by: null, note: 'For a private reason' };
      await app.get(RefundOrder).execute({ orderId: sale.orderId, ...why, lineIds: sale.lines, closes: true });
      return sale;
    };
    refunded = await refund('foundations');
    failed = await refund('upper-face');
    await app.db.rows(`UPDATE refunds SET status = 'failed' WHERE order_id = $1`, [failed.orderId]);
    disputed = await sales.sold(['foundations']);
    dispute = (await sales.stripe.dispute(disputed.charge)).id;
    await app.get(ReconcilePayment).execute(disputed.paymentIntent);
  }, 120_000);
  afterAll(() => app.close());

  const page = (address: string) => accountant.get(address, { accept: 'text/html' });

  it('list every refund, newest first, with totals of those that did not fail', async () => {
    const { body } = await accountant.get('/api/books/refunds');
    expect(body.items.map((row: any) => [row.orderNumber, row.amount.amount, row.status])).toEqual([
      [failed.number, 19_900, 'failed'],
      [refunded.number, 14_900, expect.stringMatching(/sent|succeeded/)],
    ]);
    expect(body.totals).toEqual([
      {
        ...{ count: 1, failed: 1 },
        amount: { amount: 14_900, currency: 'USD' },
        tax: { amount: 0, currency: 'USD' },
      },
    ]);
  });

  it('list every dispute with what banks hold', async () => {
    const { body } = await accountant.get('/api/books/disputes');
    expect(body.items).toMatchObject([{ id: dispute, orderNumber: disputed.number, standing: 'open' }]);
    expect(body.totals).toMatchObject([
      { count: 1, open: { amount: 14_900 }, won: { amount: 0 }, lost: { amount: 0 } },
    ]);
  });

  it.each([
    ['refunds', 'status=failed', 1],
    ['refunds', 'cause=staff', 2],
    ['refunds', 'cause=late', 0],
    ['refunds', 'currency=EUR', 0],
    ['refunds', 'q=foundations', 1],
    ['refunds', 'q=%25', 0],
    ['refunds', 'to=2020-01-01', 0],
    ['refunds', 'from=2020-01-01', 2],
    ['disputes', 'standing=open', 1],
    ['disputes', 'standing=lost', 0],
    ['disputes', 'currency=EUR', 0],
    ['disputes', 'to=2020-01-01', 0],
    ['disputes', 'from=2020-01-01', 1],
  ])('answer in %s the filter %s with %i', async (register, filter, count) => {
    expect((await accountant.get(`/api/books/${register}?${filter}`)).body.items).toHaveLength(count);
  });

  it('find a refund or a dispute by what Stripe calls it or its payment', async () => {
    const found = async (register: string, q: string) =>
      (await accountant.get(`/api/books/${register}?q=${q}`)).body.items.map((row: any) => row.orderNumber);
    expect(await found('refunds', refunded.paymentIntent)).toEqual([refunded.number]);
    expect(await found('refunds', refunded.number.toLowerCase())).toEqual([refunded.number]);
    expect(await found('disputes', dispute)).toEqual([disputed.number]);
    expect(await found('disputes', disputed.charge)).toEqual([disputed.number]);
  });

  it('page without losing or repeating a row', async () => {
    const first = (await accountant.get('/api/books/refunds?limit=1')).body;
    const second = (await accountant.get(`/api/books/refunds?limit=1&after=${first.next}`)).body;
    expect([first, second].map(({ items }) => items[0].orderNumber)).toEqual([failed.number, refunded.number]);
    expect(second.next).toBe(null);
    expect((await page('/books/refunds?limit=1')).text).toContain(`/books/refunds?limit=1&after=${first.next}`);
  });

  it.each([
    ['refunds', 'status=gone'],
    ['refunds', 'from=2026-12-01&to=2026-11-01'],
    ['disputes', 'standing=unsure'],
    ['disputes', 'from=yesterday'],
  ])('refuse in %s the filter %s, on the page beside the field', async (register, filter) => {
    expect((await accountant.get(`/api/books/${register}?${filter}`)).status).toBe(400);
    const shown = await page(`/books/${register}?${filter}`);
    expect([shown.status, shown.text.includes('There is a problem')]).toEqual([422, true]);
  });

  it('come as files', async () => {
    const refunds: string[][] = parse((await accountant.get('/api/books/refunds.csv')).text);
    expect(refunds.slice(1).map((row) => [row[2], row[7], row[9]])).toEqual([
      [failed.number, '199.00', 'USD'],
      [refunded.number, '149.00', 'USD'],
    ]);
    const disputes: string[][] = parse((await accountant.get('/api/books/disputes.csv')).text);
    expect(disputes.slice(1).map((row) => [row[3], row[7]])).toEqual([[dispute, '149.00']]);
  });

  it('lead to the order, and say nothing of why a person asked', async () => {
    const refunds = await page('/books/refunds');
    expect(refunds.text).toContain(`/admin/orders/${refunded.number}`);
    expect((await page(`/admin/orders/${refunded.number}`)).status).toBe(200);
    expect(refunds.text + (await accountant.get('/api/books/refunds.csv')).text).not.toContain('private reason');
    expect((await page('/books/disputes')).text).toContain(`/admin/disputes/${dispute}`);
    const learner = await app.signIn('learner');
    expect((await learner.get('/api/books/refunds')).status).toBe(403);
  });
});
