import pg from 'pg';
import { testApp, type TestApp } from '../../test/support/index.js';
import { Database } from './database.js';
import { grantRights } from './grant-rights.js';

// The application of the tests, as the one of `npm start`, signs in to PostgreSQL with a login that owns nothing.
let app: TestApp;
let application: Database;
beforeAll(async () => {
  app = await testApp({ PROCESS: 'web' });
  application = app.get(Database);
}, 60_000);
afterAll(() => app.close());

const refused = async (sql: string) => {
  await expect(application.rows(sql)).rejects.toThrow(/permission denied|must be owner/);
};

describe('the login of the application', () => {
  it('changes and deletes nothing in any table that is append-only, whatever its triggers would say', async () => {
    const guarded = await app.db.rows<{ name: string; bits: number }>(
      `SELECT r.relname AS name, bit_or(t.tgtype)::int AS bits FROM pg_class r JOIN pg_trigger t ON t.tgrelid = r.oid
       JOIN pg_proc p ON p.oid = t.tgfoid WHERE p.proname = 'refuse_change' GROUP BY 1`,
    );
    expect(guarded.length).toBeGreaterThan(50);
    for (const { name, bits } of guarded) {
      if (bits & 8) await refused(`DELETE FROM ${name}`);
      if (bits & 16) await refused(`UPDATE ${name} SET ctid = ctid`.replace('ctid = ctid', await aColumn(name)));
      await refused(`TRUNCATE ${name}`);
    }
  });

  it('neither takes the guards away nor becomes somebody who could', async () => {
    await refused('DROP TRIGGER facts_append_only ON facts');
    await refused('ALTER TABLE facts DISABLE TRIGGER ALL');
    await refused('ALTER TABLE facts ADD COLUMN more text');
    await refused('DROP TABLE facts');
    await refused('TRUNCATE people CASCADE');
    await refused('CREATE TABLE more (id int)');
    await refused('SET session_replication_role = replica');
    await refused('SET ROLE postgres');
    await refused(
      `CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'`,
    );
    await refused('DELETE FROM migrations');
  });

  it('still adds to what is append-only and changes what is not', async () => {
    await application.rows(`INSERT INTO facts (id, name, data) VALUES (gen_random_uuid(), 'test.added', '{}')`);
    await application.rows(`UPDATE people SET name = name`);
  });

  it('is given its rights once: a second time nothing differs, and a right too many is taken back', async () => {
    const client = new pg.Client({ connectionString: app.databaseUrl });
    await client.connect();
    try {
      const grants = async () => {
        const asked: string[] = [];
        const spy = {
          escapeIdentifier: client.escapeIdentifier.bind(client),
          query: (sql: string, values?: unknown[]) => {
            asked.push(sql);
            return client.query(sql, values);
          },
        };
        await grantRights(spy as unknown as pg.Client, 'glabella');
        return asked.filter((sql) => /^(REVOKE ALL|GRANT \w+, |ALTER)/.test(sql));
      };
      expect(await grants()).toEqual([]);
      await client.query('GRANT DELETE ON facts TO glabella');
      await client.query('REVOKE UPDATE ON people FROM glabella');
      await client.query('GRANT UPDATE (reason) ON role_changes TO glabella');
      expect(await grants()).toHaveLength(6);
      await refused('DELETE FROM facts');
      await refused(`UPDATE role_changes SET reason = 'other'`);
      await application.rows('UPDATE people SET name = name');
    } finally {
      await client.end();
    }
  });
});

async function aColumn(table: string): Promise<string> {
  const row = await app.db.row<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = to_regclass('public.' || $1)
       AND attnum > 0 AND attidentity = '' AND attgenerated = '' ORDER BY attnum LIMIT 1`,
    [table],
  );
  return `${row!.name} = ${row!.name}`;
}
