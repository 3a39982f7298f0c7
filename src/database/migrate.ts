import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { grantRights } from './grant-rights.js';
import { dataSourceOptions } from './data-source.js';

const migrationLock = 7_346_001;
const folder = join(import.meta.dirname, '../../migrations');

/**
 * Runs what has not run yet, as the owner of the tables. Nodes that start together take turns: the lock belongs to one
 * direct connection. Where the application has a login of its own (that of `applicationUrl`), it gets its rights.
 */
export async function migrate(url: string, applicationUrl = url): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const dataSource = await migrationSource(url);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await dataSource.initialize();
    const migrations = await dataSource.runMigrations();
    await client.query('CREATE SCHEMA IF NOT EXISTS pgboss');
    const login = decodeURIComponent(new URL(applicationUrl).username);
    if (login !== decodeURIComponent(new URL(url).username)) await grantRights(client, login);
    return migrations.map((migration) => migration.name);
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    await client.end();
  }
}

/** A data source that knows the migrations; not yet connected. */
export async function migrationSource(url: string): Promise<DataSource> {
  // Imported here and not by TypeORM from a pattern of names: a pattern that matches nothing would not be noticed.
  const files = readdirSync(folder).filter((name) => /^\d+.*\.(js|ts)$/.test(name));
  const modules = await Promise.all(
    files
      .sort()
      .map(async (name) => (await import(join(folder, name))) as Record<string, new () => MigrationInterface>),
  );
  return new DataSource({
    ...dataSourceOptions(url, 2),
    migrations: modules.flatMap((module) => Object.values(module)),
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
  });
}
