import { Books } from '../../../test/fixtures/books.js';
import { Sales } from '../../../test/fixtures/sales.js';
import { testApp, type TestApp } from '../../../test/support/index.js';
import { RefundOrder, SettleOrder } from '../../checkout/index.js';
import { Database } from '../../database/index.js';
import { RebuildBooks } from './rebuild-books.js';

describe('rebuilding the sums of the books', () => {
  let app: TestApp;
  let books: Books;

  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    const sales = new Sales(app);
    books = new Books(app);
    await sales.stripe.webhooks('drop');
    for (const products of [['foundations'], ['cosmetic-injector-certification'], ['foundations', 'upper-face']])
      await sales.sold(products);
    const split = await sales.sold(['cosmetic-injector-certification'], undefined, true);
    const late = await sales.paid(['foundations'], await sales.someone());
    await books.keep({ patient: false });
    await app.get(SettleOrder).execute(late.session);
    await app.get(RefundOrder).execute({ orderId: split.orderId, lineIds: split.lines, ...why, closes: true });
    await books.keep();
  }, 120_000);
  afterEach(async () => {
    expect(await rebuilt()).toEqual([]);
    expect(await books.damages()).toEqual([]);
  });
  afterAll(() => app.close());

  const why = { cause: 'staff', by: null, note: 'A test' } as const;

  async function rebuilt(repair = false, login = app.db): Promise<string[]> {
    const said: string[] = [];
    const wrong = await app.get(RebuildBooks).execute(login, (difference) => said.push(difference), { repair });
    expect(wrong).toBe(said.length);
    return said;
  }

  /** Does what nobody can do but who owns the tables. */
  const harm = (...statements: string[]) =>
    app.db.transaction(async (tx) => {
      await tx.rows('SET LOCAL session_replication_role = replica');
      for (const statement of statements) await tx.rows(statement);
    });
  const kept = () =>
    app.db.rows(
      `SELECT to_jsonb(b) AS row FROM daily_balances b UNION ALL SELECT to_jsonb(s) FROM daily_sales s ORDER BY 1`,
    );

  it('finds nothing wrong in what the product wrote, out of suspense or at once', async () => {
    expect(await rebuilt()).toEqual([]);
    expect(await rebuilt(true)).toEqual([]);
  });

  it('names a balance that was changed, one that is gone and one of a day without entries, and writes them anew', async () => {
    const right = await kept();
    const [sum] = await app.db.rows<{ day: string; debit: number }>(
      `SELECT day, debit FROM daily_balances WHERE account = '5000' AND kind = 'sale'`,
    );
    await harm(
      `UPDATE daily_balances SET debit = debit + 1 WHERE account = '5000' AND kind = 'sale'`,
      `DELETE FROM daily_balances WHERE account = '1100' AND kind = 'refund'`,
      `INSERT INTO daily_balances VALUES ('2031-02-03', '1000', 'fee', 'EUR', NULL, NULL, NULL, 'DE', 0, 7, 1)`,
    );
    const said = await rebuilt();
    expect(said).toHaveLength(3);
    expect(said).toEqual([
      expect.stringMatching(
        /^balance of .*, account 1100, refund, USD: kept nothing; posted debit 0, credit \d+, 1 postings$/,
      ),
      expect.stringContaining(`balance of ${sum!.day}, account 5000, sale, USD: kept debit ${sum!.debit + 1}, `),
      `balance of 2031-02-03, account 1000, fee, EUR, tax of DE: kept debit 0, credit 7, 1 postings; posted nothing`,
    ]);
    expect(await rebuilt(true)).toEqual(said);
    expect(await kept()).toEqual(right);
  });

  it('names a sum of a month that is not that of its days, and writes it anew', async () => {
    const months = () => app.db.rows('SELECT to_jsonb(m) AS row FROM monthly_balances m ORDER BY 1');
    const right = await months();
    await harm(
      `UPDATE monthly_balances SET debit = debit + 1 WHERE account = '5000' AND kind = 'sale'`,
      `INSERT INTO monthly_balances VALUES ('2031-02-01', '1000', 'fee', 'EUR', NULL, NULL, 0, 7)`,
    );
    const said = await rebuilt();
    expect(said).toEqual([
      expect.stringMatching(
        /^balance of the month .*, account 5000, sale, USD: kept debit \d+, credit 0; posted debit/,
      ),
      'balance of the month 2031-02-01, account 1000, fee, EUR: kept debit 0, credit 7; posted nothing',
    ]);
    expect(await rebuilt(true)).toEqual(said);
    expect(await months()).toEqual(right);
  });

  it('names figures of sales that are wrong, and counts them again', async () => {
    const right = await kept();
    await harm(
      `UPDATE daily_sales SET net = net - 1, list = list + 1 WHERE lines = (SELECT max(lines) FROM daily_sales)`,
      `INSERT INTO daily_sales VALUES ('2031-02-03', 'USD', 'us', gen_random_uuid(), NULL, 1, 1, 1, 1, 0)`,
    );
    const said = await rebuilt();
    expect(said.length).toBeGreaterThanOrEqual(2);
    expect(said.at(-1)).toMatch(
      /^sales of 2031-02-03, USD, us, product \S+: kept lines 1, quantity 1, list 1, net 1, tax 0; sold nothing$/,
    );
    expect(await rebuilt(true)).toEqual(said);
    expect(await kept()).toEqual(right);
  });

  it('leaves the guards of the tables as they were, and is not for the application', async () => {
    await harm(`UPDATE daily_balances SET credit = credit + 1`);
    await expect(rebuilt(true, app.get(Database))).rejects.toThrow('must be owner');
    await rebuilt(true);
    await expect(app.db.rows(`UPDATE daily_balances SET debit = 0`)).rejects.toThrow('append-only');
    await expect(app.db.rows(`DELETE FROM daily_sales`)).rejects.toThrow('append-only');
  });

  it('holds posting off while it repairs, and misses nothing that is posted meanwhile', async () => {
    const sales = new Sales(app);
    await harm(`UPDATE daily_balances SET credit = credit + 1`);
    for (let n = 0; n < 3; n++) await sales.sold(['foundations']);
    await Promise.all([rebuilt(true), books.keep(), rebuilt(true), rebuilt()]);
  });
});
