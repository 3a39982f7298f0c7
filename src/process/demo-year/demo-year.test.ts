import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase, type TestDatabase } from '../../../test/support/index.js';
import { checkData } from '../../database/index.js';
import { readConfig } from '../../shared/index.js';
import { dataChecks } from '../data-checks.js';
import { type DemoYearTerms, demoYear } from './demo-year.js';

const terms: DemoYearTerms = { orders: 16, seed: 3, days: 16, until: '2026-03-06' };

describe('a demo year', () => {
  const databases: TestDatabase[] = [];
  const said: number[] = [];

  const run = async (database: TestDatabase, what = terms) => {
    const config = readConfig({
      ...{ NODE_ENV: 'test', PROCESS: 'all', SANDBOX_PORT: '0', PACKAGES_PORT: '0', LOG_LEVEL: 'silent' },
      ...{ DATABASE_URL: database.url },
      DATA_DIR: mkdtempSync(join(tmpdir(), 'glabella-year-')),
    });
    await demoYear(config, what, (done) => said.push(done));
  };

  beforeAll(async () => {
    databases.push(await testDatabase(), await testDatabase());
    await Promise.all(databases.map((database) => run(database)));
  }, 180_000);
  afterAll(async () => {
    for (const database of databases) await database.close();
  });

  const rows = (database: TestDatabase, sql: string) => database.db.rows<Record<string, unknown>>(sql);

  it('trades on the days it was asked for, all of it booked and nothing broken', async () => {
    const [database] = databases as [TestDatabase];
    const [orders] = await rows(
      database,
      `SELECT count(*) AS orders, min(settled_at)::date AS first, max(settled_at)::date AS last FROM orders WHERE settled_at IS NOT NULL`,
    );
    expect(orders!.orders).toBeGreaterThan(12);
    expect([orders!.first! >= '2026-02-18', orders!.last! <= '2026-03-05']).toEqual([true, true]);
    const kinds = (await rows(database, 'SELECT DISTINCT kind FROM journal_entries')).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['sale', 'payout', 'payout_arrival', 'recognition']));
    expect(await rows(database, 'SELECT id FROM unposted_transactions')).toEqual([]);
    expect(await rows(database, `SELECT id FROM mails WHERE created_at > '2026-03-06'`)).toEqual([]);
    expect(await checkData(database.db, dataChecks)).toEqual([]);
    expect(said.at(-1)).toBe(16);
  });

  it('is the same again from the same seed', async () => {
    const figures = (database: TestDatabase) =>
      rows(
        database,
        `SELECT e.date, e.kind, p.account, p.currency, sum(p.amount) AS amount FROM journal_entries e
         JOIN postings p ON p.entry = e.number GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
      );
    const [first, second] = await Promise.all(databases.map(figures));
    expect(first!.length).toBeGreaterThan(20);
    expect(second).toEqual(first);
  });

  it('leaves the clock as it was, and does not come twice', async () => {
    const [database] = databases as [TestDatabase];
    expect(await rows(database, `SELECT 1 FROM pg_namespace WHERE nspname = 'demo_time'`)).toEqual([]);
    const [fact] = await rows(
      database,
      `INSERT INTO facts (id, name, data) VALUES (gen_random_uuid(), 'test.now', '{}') RETURNING at > now() - interval '1 minute' AS now`,
    );
    expect(fact).toEqual({ now: true });
    await expect(run(database)).rejects.toThrow('Something was sold in this database already.');
  });
});
