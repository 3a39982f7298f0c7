import pg from 'pg';
import { testDatabase, type TestDatabase } from '../../test/support/databases.js';

describe('a connection that the server ends', () => {
  let at: TestDatabase;
  beforeAll(async () => {
    at = await testDatabase();
  }, 60_000);
  afterAll(() => at.close());

  const endAll = async () => {
    const other = new pg.Client({ connectionString: at.url });
    await other.connect();
    await other.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    await other.end();
    await new Promise((resolve) => setTimeout(resolve, 100));
  };

  it('while nobody listens to it, ends no process, and the next query has another', async () => {
    const { pool } = at.db as unknown as { pool: pg.Pool };
    const held = await pool.connect();
    await endAll();
    held.release(true);
    expect(await at.db.row('SELECT 1 AS one')).toEqual({ one: 1 });
  });

  it('in the middle of a transaction, is told to whoever is in it', async () => {
    const cut = at.db.transaction(async (tx) => {
      await tx.rows('SELECT 1');
      await endAll();
      await tx.rows('SELECT 1');
    });
    await expect(cut).rejects.toThrow();
    expect(await at.db.row('SELECT 1 AS one')).toEqual({ one: 1 });
  });
});
