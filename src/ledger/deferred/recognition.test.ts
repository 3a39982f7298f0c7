import fc from 'fast-check';
import { Books } from '../../../test/fixtures/books.js';
import { type Sale, Sales } from '../../../test/fixtures/sales.js';
import { testApp, type TestApp } from '../../../test/support/index.js';
import { RefundOrder } from '../../checkout/index.js';
import { Database } from '../../database/index.js';
import { monthOf, nextMonth } from '../journal/months.js';
import { RecogniseMonth } from './recognise-month.js';
import { RecogniseRevenue } from './recognise-revenue.js';

describe('revenue', () => {
  let app: TestApp;
  let sales: Sales;
  let books: Books;
  let today: string;

  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    sales = new Sales(app);
    books = new Books(app);
    await sales.stripe.webhooks('drop');
    today = (await app.db.row<{ today: string }>(`SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS today`))!
      .today;
  }, 120_000);
  afterEach(async () => expect(await books.damages()).toEqual([]));
  afterAll(() => app.close());

  const months = (count: number) => {
    let month = monthOf(today);
    for (let passed = 0; passed < count; passed += 1) month = nextMonth(month);
    return month;
  };
  const recognise = (asOf: string) => app.get(RecogniseRevenue).execute(asOf);
  const policy = (sale: Sale, what: string) =>
    app.db.rows(`UPDATE deferrals SET ${what} WHERE order_id = $1`, [sale.orderId]);
  const sold = async (products = ['foundations']) => {
    const sale = await sales.sold(products);
    await books.keep();
    return sale;
  };
  /** Of one order: sold, recognised, returned as the sub-ledger has it. */
  const deferred = async ({ orderId }: Sale) =>
    (await app.db.row<{ sold: number; recognised: number; deferred: number }>(
      `SELECT sum(sold)::bigint AS sold, sum(recognised - returned_recognised)::bigint AS recognised,
         sum(sold - recognised - returned_deferred)::bigint AS deferred FROM deferrals WHERE order_id = $1`,
      [orderId],
    ))!;
  const days = (from: string, until: string) => (Date.parse(until) - Date.parse(from)) / 86_400_000;

  it('is earned day by day over its term, month by month, exact at the end, and once however often the job runs', async () => {
    const sale = await sold(['cosmetic-injector-certification']);
    await policy(sale, `policy = 'term', days = 100`);
    const parts = await app.db.rows<{ sold: number }>('SELECT sold FROM deferrals WHERE order_id = $1', [sale.orderId]);
    const total = parts.reduce((sum, part) => sum + part.sold, 0);
    const earnedUntil = (day: string) =>
      parts.reduce((sum, part) => sum + Math.floor((part.sold * Math.min(days(today, day), 100)) / 100), 0);
    for (const month of [1, 2, 3]) {
      await recognise(months(month));
      await Promise.all([recognise(months(month)), recognise(months(month))]);
      const earned = earnedUntil(months(month));
      expect(await deferred(sale)).toEqual({ sold: total, recognised: earned, deferred: total - earned });
    }
    await recognise(months(5));
    expect(await deferred(sale)).toEqual({ sold: total, recognised: total, deferred: 0 });
    const times = await app.db.rows(`SELECT 1 FROM journal_entries WHERE kind = 'recognition'`);
    expect(times).toHaveLength(5);
  });

  it('of months that nobody recognised is caught up, each in its own month', async () => {
    const sale = await sold();
    await policy(sale, `policy = 'term', days = 60`);
    await recognise(months(9));
    const [first] = await app.db.rows<{ earned: number }>(
      `SELECT sum(m.amount)::bigint AS earned FROM deferral_moves m JOIN deferrals d USING (order_line_id, course_id, unit)
       JOIN journal_entries e ON e.number = m.entry WHERE d.order_id = $1 AND m.kind = 'recognised' AND e.month = $2`,
      [sale.orderId, monthOf(today)],
    );
    const { sold: total, deferred: left } = await deferred(sale);
    expect(first!.earned).toBe(Math.floor((total * days(today, months(1))) / 60));
    expect(left).toBe(0);
  });

  it('of lifetime access is earned at completion or over the estimate, as was chosen when it was sold', async () => {
    const [waits, done, estimate] = [await sold(), await sold(), await sold()];
    for (const sale of [waits, done]) await policy(sale, `policy = 'completion', days = NULL`);
    await policy(estimate, `policy = 'estimate', days = 365`);
    await app.db.rows(`UPDATE enrollments SET completed_at = now() WHERE person_id = $1`, [done.personId]);
    await recognise(months(1));
    const total = (await deferred(waits)).sold;
    expect((await deferred(waits)).recognised).toBe(0);
    expect((await deferred(done)).recognised).toBe(total);
    expect((await deferred(estimate)).recognised).toBe(Math.floor((total * days(today, months(1))) / 365));
  });

  it('of access that ended is earned to the rest', async () => {
    const sale = await sold();
    await policy(sale, `policy = 'completion', days = NULL`);
    await app.db.rows(`UPDATE grants SET ended_at = now(), ended_reason = 'x' WHERE source_id = ANY($1::text[])`, [
      sale.lines,
    ]);
    await recognise(months(1));
    expect(await deferred(sale)).toMatchObject({ deferred: 0 });
  });

  it('that is refunded comes back from what is earned and what is deferred, and what is kept is earned to the end', async () => {
    const sale = await sold();
    await policy(sale, `policy = 'term', days = 100`);
    await recognise(months(1));
    const before = await deferred(sale);
    const why = { cause: 'staff' as const, by: null, note: 'x', closes: false };
    await app.get(RefundOrder).execute({ orderId: sale.orderId, lineIds: sale.lines, amount: 3_333, ...why });
    await books.keep();
    const fromEarned = Math.floor((3_333 * before.recognised) / before.sold);
    expect((await books.balances(sale.orderId))[4100]).toBe(fromEarned || undefined);
    expect(await deferred(sale)).toEqual({
      sold: before.sold,
      recognised: before.recognised - fromEarned,
      deferred: before.deferred - (3_333 - fromEarned),
    });
    await recognise(months(5));
    expect(await deferred(sale)).toMatchObject({ deferred: 0, recognised: before.sold - 3_333 });
  });

  it('stays whole and exact whatever is sold, earned and given back in any order', async () => {
    const act = fc.oneof(
      fc.record({ what: fc.constant('month' as const) }),
      fc.record({ what: fc.constant('refund' as const), part: fc.integer({ min: 1, max: 100 }) }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 31, max: 400 }),
        fc.array(act, { minLength: 2, maxLength: 6 }),
        async (term, acts) => {
          const sale = await sold(['foundations', 'upper-face']);
          await policy(sale, `policy = 'term', days = ${term}`);
          let passed = 0;
          for (const each of acts) {
            if (each.what === 'month') await recognise(months((passed += 1)));
            else {
              const { sold: total, recognised, deferred: left } = await deferred(sale);
              const amount = Math.floor(((recognised + left) * each.part) / 100);
              if (amount < 1 || total === 0) continue;
              const why = { cause: 'staff' as const, by: null, note: 'x', closes: false };
              await app.get(RefundOrder).execute({ orderId: sale.orderId, lineIds: sale.lines, amount, ...why });
              await books.keep();
            }
            expect(await books.damages()).toEqual([]);
          }
          await recognise(months(15));
          expect((await deferred(sale)).deferred).toBe(0);
          const balances = await books.balances(sale.orderId);
          expect(-(balances[2100] ?? 0) - (balances[4100] ?? 0)).toBe((await deferred(sale)).recognised);
        },
      ),
      { numRuns: 8, seed: 20_261_123, endOnFailure: true },
    );
  }, 60_000);

  it('is posted all or not at all: a run that fails leaves nothing behind', async () => {
    const sale = await sold();
    await policy(sale, `policy = 'term', days = 30`);
    const work = app.get(Database).transaction(async (tx) => {
      await app.get(RecogniseMonth).execute(tx, months(20));
      throw new Error('the machine stops');
    });
    await expect(work).rejects.toThrow('stops');
    expect((await deferred(sale)).recognised).toBe(0);
  });
});
