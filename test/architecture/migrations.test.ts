import { DataSource } from 'typeorm';
import { migrate, migrationSource } from '../../src/database/index.js';
import { cloneOf, testApp, type TestApp } from '../support/index.js';

describe('the migrations', () => {
  let app: TestApp;
  beforeAll(async () => (app = await testApp()), 120_000);
  afterAll(() => app.close());

  it('make exactly the tables that the entities describe', async () => {
    const changes = await app.get(DataSource).driver.createSchemaBuilder().log();
    // Keys into another room's tables stand in the migrations alone: an entity knows no other room's entity.
    const drift = changes.upQueries.map(({ query }) => query).filter((query) => !/DROP CONSTRAINT "fk_/.test(query));
    expect(drift).toEqual([]);
  });

  it('can each be undone and done again', async () => {
    const clone = await cloneOf('template_migrated');
    const source = await (await migrationSource(clone.url)).initialize();
    const count = source.migrations.length;
    for (let done = 0; done < count; done += 1) await source.undoLastMigration({ transaction: 'each' });
    const left = await source.query<{ name: string }[]>(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema IN ('public', 'stripe_sandbox') AND table_name <> 'migrations'`,
    );
    expect(left).toEqual([]);
    expect(await source.runMigrations()).toHaveLength(count);
    await source.destroy();
    await clone.drop();
  });

  it('run once when two nodes start together on an empty database', async () => {
    const clone = await cloneOf('template0');
    const both = await Promise.all([migrate(clone.url), migrate(clone.url)]);
    expect(both.map((names) => names.length).sort((a, b) => a - b)[0]).toBe(0);
    expect(both.flat().length).toBe(new Set(both.flat()).size);
    await clone.drop();
  });
});
