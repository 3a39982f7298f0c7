import { Books } from '../../../test/fixtures/books.js';
import { type Sale, Sales } from '../../../test/fixtures/sales.js';
import { testApp, type TestApp } from '../../../test/support/index.js';
import { ReconcilePayment, ReconcilePayout, RefundOrder, SettleOrder } from '../../checkout/index.js';
import { Database } from '../../database/index.js';
import { PullTransactions } from '../cash/pull-transactions.js';
import { KeepBooks } from './keep-books.js';

describe('the books', () => {
  let app: TestApp;
  let sales: Sales;
  let books: Books;

  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    sales = new Sales(app);
    books = new Books(app);
    await sales.stripe.webhooks('drop');
  }, 120_000);
  afterEach(async () => expect(await books.damages()).toEqual([]));
  afterAll(() => app.close());

  const staff = { cause: 'staff' as const, by: null, note: 'A test' };
  const refund = (sale: Sale, amount?: number) =>
    app.get(RefundOrder).execute({ orderId: sale.orderId, ...staff, lineIds: sale.lines, amount, closes: true });
  const reconcile = (sale: Sale) => app.get(ReconcilePayment).execute(sale.paymentIntent);
  const note = (kind: string, id: string) =>
    app.db.rows('INSERT INTO unposted_matters (kind, id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [kind, id]);
  const amountOf = async ({ orderId }: Sale) =>
    (await app.db.row<{ amount: number }>('SELECT amount FROM payments WHERE order_id = $1', [orderId]))!.amount;

  it('take in a sale: cash less the fee, deferred by course, once, however often and from however many nodes', async () => {
    const sale = await sales.sold(['cosmetic-injector-certification']);
    await Promise.all([books.keep(), books.keep(), books.keep()]);
    await books.keep();
    const amount = await amountOf(sale);
    const fee = Math.round(amount * 0.029 + 1e-9) + 30;
    expect(await books.balances(sale.orderId)).toEqual({ 1100: amount - fee, 2100: -amount, 5000: fee });
    expect(await books.kinds(sale.orderId)).toEqual(['sale']);
    const [split] = await app.db.rows<{ same: boolean }>(
      `SELECT bool_and(d.sold = c.amount) AS same FROM deferrals d JOIN order_line_courses c USING (order_line_id, course_id)
       WHERE d.order_id = $1`,
      [sale.orderId],
    );
    expect(split).toEqual({ same: true });
  });

  it('take in a refund with its order: what is deferred goes, the fee stays', async () => {
    const sale = await sales.sold(['foundations']);
    await refund(sale);
    await books.keep();
    const { 5000: fee, ...rest } = await books.balances(sale.orderId);
    expect(rest).toEqual({ 1100: -fee! });
    expect(await books.kinds(sale.orderId)).toEqual(['sale', 'refund']);
  });

  it('undo a refund that failed', async () => {
    const sale = await sales.sold(['foundations']);
    await books.keep();
    const before = await books.balances(sale.orderId);
    await refund(sale);
    const [part] = await app.db.rows<{ id: string }>(
      `SELECT a.stripe_refund AS id FROM refund_parts a JOIN refunds f ON f.id = a.refund_id WHERE f.order_id = $1`,
      [sale.orderId],
    );
    await books.keep();
    await sales.stripe.failRefund(part!.id);
    await reconcile(sale);
    await books.keep();
    expect(await books.balances(sale.orderId)).toEqual(before);
    expect(await books.kinds(sale.orderId)).toEqual(['sale', 'refund', 'refund_failure']);
  });

  it('hold disputed money apart, and lose it or get it back', async () => {
    const [won, lost] = [await sales.sold(['foundations']), await sales.sold(['foundations'])];
    await books.keep();
    const before = await books.balances(won.orderId);
    const amount = await amountOf(won);
    for (const sale of [won, lost]) {
      const { id } = await sales.stripe.dispute(sale.charge);
      await reconcile(sale);
      await books.keep();
      expect(await books.balances(sale.orderId)).toMatchObject({ 1150: amount, 5010: 1500 });
      await sales.stripe.moveDispute(id, sale === won ? 'won' : 'lost');
      await reconcile(sale);
      await note('dispute', id);
      await books.keep();
    }
    expect(await books.balances(won.orderId)).toEqual({ ...before, 1100: before[1100]! - 1500, 5010: 1500 });
    expect(await books.kinds(won.orderId)).toEqual(['sale', 'dispute', 'dispute_won']);
    const { 1100: cash, ...after } = await books.balances(lost.orderId);
    expect(after).toEqual({ 5000: before[5000], 5010: 1500 });
    expect(cash).toBe(-before[5000]! - 1500);
    expect(await books.kinds(lost.orderId)).toEqual(['sale', 'dispute', 'dispute_lost']);
  });

  it('undo a loss that an appeal wins, and book it again if that is lost too', async () => {
    const sale = await sales.sold(['foundations']);
    const { id } = await sales.stripe.dispute(sale.charge);
    const to = async (standing: 'lost' | 'won') => {
      await app.db.rows('UPDATE disputes SET standing = $2, closed_at = now() WHERE id = $1', [id, standing]);
      await note('dispute', id);
      await app.get(KeepBooks).book();
    };
    await reconcile(sale);
    await books.keep();
    const open = await books.balances(sale.orderId);
    await to('lost');
    const lost = await books.balances(sale.orderId);
    await to('lost');
    expect(await books.balances(sale.orderId)).toEqual(lost);
    await to('won');
    expect(await books.balances(sale.orderId)).toEqual(open);
    await to('lost');
    expect(await books.balances(sale.orderId)).toEqual(lost);
  });

  it('put what nobody can place into suspense, and take it out when it is known', async () => {
    const person = await sales.someone();
    const { session, number } = await sales.paid(['foundations'], person);
    await books.keep();
    expect((await books.balances())[1190]).toBeUndefined();
    await books.keep({ patient: false });
    const held = (await books.balances())[1190]!;
    expect(held).toBeLessThan(0);
    await app.get(SettleOrder).execute(session);
    await books.keep();
    expect((await books.balances())[1190]).toBeUndefined();
    const sale = await sales.known(number);
    expect(await books.kinds(sale.orderId)).toEqual(['resolution']);
    expect((await books.balances(sale.orderId))[2100]).toBe(held);
  });

  it('read pages that Stripe refuses or breaks off again, and miss nothing', async () => {
    const many = await Promise.all(Array.from({ length: 4 }, () => sales.sold(['foundations'])));
    await sales.stripe.fault({ method: 'GET', path: '/v1/balance_transactions', status: 500, times: 5 });
    await expect(app.get(PullTransactions).execute()).rejects.toThrow();
    await sales.stripe.fault({ method: 'GET', path: '/v1/balance_transactions', status: 429, times: 1 });
    await books.keep();
    for (const sale of many) expect(await books.kinds(sale.orderId)).toEqual(['sale']);
  });

  it('follow a payout to the bank, and back when the bank refuses it', async () => {
    await sales.sold(['foundations']);
    await books.keep();
    const start = await books.balances();
    await sales.stripe.clock(3 * 86_400);
    const { id, amount } = await sales.stripe.payOut();
    await app.get(ReconcilePayout).execute(id);
    await note('payout', id);
    await books.keep();
    const paid = await books.balances();
    expect([paid[1000], paid[1050], (start[1100] ?? 0) - (paid[1100] ?? 0)]).toEqual([amount, undefined, amount]);
    await sales.stripe.failPayout(id);
    await app.get(ReconcilePayout).execute(id);
    await note('payout', id);
    await books.keep();
    expect(await books.balances()).toEqual(start);
  });

  it('let nobody change them, not even with the rights of the application', async () => {
    const login = app.get(Database);
    for (const table of [
      'journal_entries',
      'postings',
      'daily_balances',
      'period_moves',
      'deferral_moves',
      'balance_transactions',
    ]) {
      await expect(login.rows(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
      await expect(login.rows(`TRUNCATE ${table}`)).rejects.toThrow('permission denied');
      await expect(app.db.rows(`DELETE FROM ${table}`)).rejects.toThrow('append-only');
    }
    for (const column of ['journal_entries SET description', 'postings SET account', 'daily_balances SET kind']) {
      await expect(login.rows(`UPDATE ${column} = 'x'`)).rejects.toThrow('permission denied');
    }
    await expect(
      login.rows(`INSERT INTO daily_balances VALUES (now(), '1000', 'sale', 'USD', NULL, NULL, NULL, NULL, 1, 0, 1)`),
    ).rejects.toThrow('permission denied');
  });

  it('refuse an entry that does not balance, one without postings, a gap and a closed period', async () => {
    const entry = (number: string, month = `'2024-01-01'`) => `
      INSERT INTO journal_entries (number, date, month, kind, description, source_kind, source_id, purpose)
      SELECT ${number}, ${month}, ${month}, 'fee', 'x', 'test', gen_random_uuid(), 'x' FROM journal_entries`;
    const posting = (amount: number, position = 1) => `
      INSERT INTO postings (entry, position, date, account, currency, amount)
      SELECT max(number), ${position}, '2024-01-01', '1000', 'USD', ${amount} FROM journal_entries`;
    const tries = async (...statements: string[]) =>
      app.get(Database).transaction(async (tx) => {
        await tx.lock('ledger');
        for (const statement of statements) await tx.rows(statement);
      });
    await books.shut('2023-12-01');
    await app.db.rows(`INSERT INTO periods (month) VALUES ('2024-01-01')`);
    await expect(tries(entry('max(number) + 1'), posting(5), posting(-4, 2))).rejects.toThrow('do not sum to zero');
    await expect(tries(entry('max(number) + 1'))).rejects.toThrow('has no postings');
    await expect(tries(entry('max(number) + 2'))).rejects.toThrow('gap');
    await expect(tries(entry('max(number) + 1', `'2023-12-01'`))).rejects.toThrow('is closed');
    await tries(entry('max(number) + 1'), posting(5), posting(-5, 2));
    await expect(tries(posting(1, 3))).rejects.toThrow('do not sum to zero');
  });
});
