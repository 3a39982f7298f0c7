import { Books } from '../../../test/fixtures/books.js';
import { Sales } from '../../../test/fixtures/sales.js';
import { testApp, type TestApp } from '../../../test/support/index.js';
import { agrees, CheckBalance } from './check-balance.js';

describe('the comparison of the Stripe balance with the books', () => {
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

  const check = async () => {
    const checks = await app.get(CheckBalance).execute();
    return checks.find(({ currency }) => currency === 'USD')!;
  };
  const facts = () => app.db.rows(`SELECT 1 FROM facts WHERE name = 'balance.differs'`);

  it('agrees after sales, also while some of it waits to be booked', async () => {
    await sales.sold(['foundations']);
    await books.keep();
    await sales.sold(['foundations']);
    const seen = await check();
    expect(seen.unposted).toBeGreaterThan(0);
    expect([agrees(seen), seen.booked + seen.unposted, await facts()]).toEqual([true, seen.stripe, []]);
    await books.keep();
    const after = await check();
    expect([after.unposted, after.booked]).toEqual([0, after.stripe]);
  });

  it('names a difference, in the log and as a fact, and keeps every comparison', async () => {
    await app.db.rows(
      `UPDATE stripe_sandbox.objects SET body = body || jsonb_build_object('net', (body ->> 'net')::bigint + 1,
         'amount', (body ->> 'amount')::bigint + 1)
       WHERE id = (SELECT id FROM stripe_sandbox.objects WHERE body ->> 'object' = 'balance_transaction' LIMIT 1)`,
    );
    const seen = await check();
    expect([agrees(seen), seen.stripe - seen.booked]).toEqual([false, 1]);
    expect(await facts()).toHaveLength(1);
    expect((await app.db.rows('SELECT 1 FROM balance_checks')).length).toBeGreaterThanOrEqual(3);
    await expect(app.db.rows('DELETE FROM balance_checks')).rejects.toThrow('append-only');
  });
});
