import { ReconcilePayment, RefundOrder, SettleOrder } from '../../src/checkout/index.js';
import { checkData } from '../../src/database/index.js';
import { CatchUp } from '../../src/process/catch-up.js';
import { dataChecks } from '../../src/process/data-checks.js';
import { Books } from '../fixtures/books.js';
import { Sales } from '../fixtures/sales.js';
import { testApp, type TestApp } from '../support/index.js';

/** A copy of all that the product stores, and its return: Stripe meanwhile knows more. */
class Backup {
  private constructor(
    private readonly app: TestApp,
    private readonly tables: { name: string; columns: string }[],
  ) {}

  static async of(app: TestApp): Promise<Backup> {
    const tables = await app.db.rows<{ name: string; columns: string }>(
      `SELECT c.relname AS name, (SELECT string_agg(quote_ident(a.attname), ', ') FROM pg_attribute a
         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns
       FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`,
    );
    await app.db.rows('CREATE SCHEMA backup');
    for (const { name } of tables) await app.db.rows(`CREATE TABLE backup.${name} AS TABLE public.${name}`);
    return new Backup(app, tables);
  }

  async restore(): Promise<void> {
    await this.app.db.transaction(async (tx) => {
      await tx.rows('SET LOCAL session_replication_role = replica');
      for (const { name, columns } of this.tables) {
        await tx.rows(`DELETE FROM public.${name}`);
        await tx.rows(
          `INSERT INTO public.${name} (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM backup.${name}`,
        );
      }
    });
  }
}

describe('a restore to a point in the past', () => {
  let app: TestApp;
  let sales: Sales;
  let books: Books;

  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    sales = new Sales(app);
    books = new Books(app);
    await sales.stripe.webhooks('drop');
  }, 120_000);
  afterAll(() => app.close());

  it('is caught up with Stripe: what was paid, refunded, disputed and paid out since is known again, and booked once', async () => {
    const [refunded, disputed] = [await sales.sold(['foundations']), await sales.sold(['foundations'])];
    const open = await sales.paid(['upper-face'], await sales.someone());
    await books.keep();
    const since = (await app.db.row<{ now: Date }>(`SELECT now() - interval '1 second' AS now`))!.now;
    const backup = await Backup.of(app);

    await app.get(SettleOrder).execute(open.session);
    const { orderId, lines } = refunded;
    await app.get(RefundOrder).execute({ orderId, lineIds: lines, cause: 'staff', by: null, note: 'x', closes: true });
    const { id } = await sales.stripe.dispute(disputed.charge);
    await sales.stripe.moveDispute(id, 'lost');
    await app.get(ReconcilePayment).execute(disputed.paymentIntent);
    const lostForEver = await sales.sold(['foundations']);
    await books.keep();
    const before = await books.balances();

    await backup.restore();
    expect(await app.db.row('SELECT status FROM orders WHERE number = $1', [open.number])).toEqual({
      status: 'pending',
    });
    expect(await books.balances()).not.toEqual(before);
    const first = await app.get(CatchUp).execute(since);
    expect([first.events > 3, first.movements > 2, first.differences]).toEqual([true, true, []]);
    await app.db.rows(`UPDATE unposted_transactions SET since = now() - interval '1 hour'`);
    await app.get(CatchUp).execute(since);

    expect(await app.db.row('SELECT status FROM orders WHERE number = $1', [open.number])).toEqual({ status: 'paid' });
    expect(await sales.standing(refunded.number)).toMatchObject({ status: 'refunded', open: [] });
    expect(await sales.standing(disputed.number)).toMatchObject({ open: [] });
    // The order that the backup never knew is money without an owner: it waits in suspense, and nothing else is amiss.
    const after = await books.balances();
    const paid = await app.db.row<{ amount: number }>(`SELECT amount FROM balance_transactions WHERE source = $1`, [
      lostForEver.charge,
    ]);
    expect(after).toEqual({ ...before, 1190: -paid!.amount, 2100: before[2100]! + paid!.amount });
    expect((await checkData(app.db, dataChecks)).map(({ what }) => what)).toEqual([]);
    const again = await app.get(CatchUp).execute(since);
    expect([again.events, again.movements, await books.balances()]).toEqual([0, 0, after]);
  });
});
