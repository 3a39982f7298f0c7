import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '../../src/shared/index.js';
import { testDatabase, type TestDatabase } from '../support/index.js';

describe('npm run check:data', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await testDatabase()));
  afterAll(() => database.close());

  const run = (environment: Record<string, string>) =>
    new Promise<{ code: number; said: string }>((done) => {
      const DATA_DIR = mkdtempSync(join(tmpdir(), 'glabella-check-'));
      const env = { PATH: process.env.PATH, NODE_ENV: 'test', DATA_DIR, ...environment };
      execFile(process.execPath, ['dist/src/commands/check-data.js'], { env }, (error, stdout, stderr) =>
        done({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
      );
    });

  it('ends with 0 on a sound database, also on one of its own that it starts and stops', async () => {
    const { code, said } = await run({});
    expect(said).toMatch(/^\d+ checks, 0 damages\.\n$/);
    expect(code).toBe(0);
  }, 60_000);

  it('names the damage and ends with 1', async () => {
    const personId = newId();
    await database.db.rows(`INSERT INTO people (id, email, name, password_hash) VALUES ($1, 'a@b.test', 'A', 'x')`, [
      personId,
    ]);
    await database.db.rows(
      `INSERT INTO orders (id, number, person_id, status, currency, total, quote, basket, created_at, checkout_expires_at)
       VALUES ($1, 'GL-DAMAGED', $2, 'pending', 'USD', 100, '{}', '', now(), now())`,
      [newId(), personId],
    );
    const { code, said } = await run({ DATABASE_URL: database.url });
    expect(said).toContain('I1 broken: the lines of an order sum to its total. order GL-DAMAGED: 100 is not 0');
    expect(code).toBe(1);
  }, 60_000);
});
