import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source.js';

const migrationLock = 7_346_001;

/** Runs what has not run yet. Nodes that start together take turns: the lock belongs to one direct connection. */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const dataSource = new DataSource(dataSourceOptions(url, 2));
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await dataSource.initialize();
    return (await dataSource.runMigrations()).map((migration) => migration.name);
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    await client.end();
  }
}
