import { RefundOrder } from '../../src/checkout/index.js';
import { Database } from '../../src/database/index.js';
import { PullTransactions } from '../../src/ledger/cash/pull-transactions.js';
import { RecogniseMonth } from '../../src/ledger/deferred/recognise-month.js';
import { KeepBooks } from '../../src/ledger/posting/keep-books.js';
import { Books } from '../fixtures/books.js';
import { Sales } from '../fixtures/sales.js';
import { testApp, type TestApp } from '../support/index.js';
import { countStatements, crashAt } from './crash-at.js';

const everywhere = process.env.GLABELLA_FAULTS === 'all';

describe('the books, cut off at every statement', () => {
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

  /** A sale with a refund and a dispute that was lost, none of it booked. */
  async function trade(): Promise<string[]> {
    const [refunded, disputed] = [await sales.sold(['foundations', 'upper-face']), await sales.sold(['foundations'])];
    const { orderId, lines } = refunded;
    const why = { cause: 'staff', by: null, note: 'x', closes: true } as const;
    await app.get(RefundOrder).execute({ orderId, lineIds: lines.slice(0, 1), ...why });
    const { id } = await sales.stripe.dispute(disputed.charge);
    await app.db.rows(
      `INSERT INTO disputes (id, order_id, payment_id, amount, currency, reason, status, standing, opened_at, closed_at)
       SELECT $1, y.order_id, y.id, y.amount, y.currency, 'fraudulent', 'lost', 'lost', now(), now()
       FROM payments y WHERE y.order_id = $2`,
      [id, disputed.orderId],
    );
    await app.db.rows(`INSERT INTO unposted_matters (kind, id) VALUES ('dispute', $1)`, [id]);
    return [refunded.orderId, disputed.orderId];
  }

  const month = async (ahead: number) =>
    (await app.db.row<{ month: string }>(
      `SELECT (date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => $1))::date AS month`,
      [ahead],
    ))!.month;
  const points = (statements: number) => {
    const all = Array.from({ length: statements }, (_, index) => index + 1);
    return everywhere ? all : all.filter((point) => point % 5 === statements % 5);
  };

  it('book everything once when they are kept again', async () => {
    const keep = async () => {
      await app.get(PullTransactions).execute();
      await app.get(KeepBooks).book();
    };
    await trade();
    const statements = await countStatements(keep);
    expect(statements).toBeGreaterThan(20);
    for (const point of points(statements)) {
      const orders = await trade();
      await crashAt(point, point % 2 === 0 ? 'before' : 'after', keep);
      await books.keep();
      const kinds = await Promise.all(orders.map((order) => books.kinds(order)));
      expect(kinds.map((each) => each.sort())).toEqual([
        ['refund', 'sale'],
        ['dispute', 'dispute_lost', 'sale'],
      ]);
    }
    expect(await books.damages()).toEqual([]);
    expect(await app.db.rows('SELECT 1 FROM unposted_transactions UNION ALL SELECT 1 FROM unposted_matters')).toEqual(
      [],
    );
  }, 300_000);

  it('recognise each amount once', async () => {
    const recognise = async (ahead: number) => {
      const of = await month(ahead);
      await app.get(Database).transaction((tx) => app.get(RecogniseMonth).execute(tx, of));
    };
    await sales.sold(['foundations']);
    await books.keep();
    await app.db.rows(`UPDATE deferrals SET policy = 'term', days = 3000`);
    const statements = await countStatements(() => recognise(0));
    let ahead = 0;
    for (const point of points(statements)) {
      ahead += 1;
      await crashAt(point, point % 2 === 0 ? 'before' : 'after', () => recognise(ahead));
      await recognise(ahead);
      const entries = await app.db.rows(`SELECT 1 FROM journal_entries WHERE kind = 'recognition' AND month = $1`, [
        await month(ahead),
      ]);
      expect(entries).toHaveLength(1);
    }
    expect(ahead).toBeGreaterThan(1);
    expect(await books.damages()).toEqual([]);
  }, 300_000);
});
