import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Database, dataSourceOptions } from '../../src/database/index.js';

const base = () => process.env.TEST_POSTGRES!;
const urlOf = (name: string) => base().replace(/\/postgres$/, `/${name}`);

async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(base());
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A new database with the same content as `template`. */
export async function cloneOf(template: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  await onServer(async (client) => {
    // Two clones of one template at the same moment refuse each other.
    await client.query('SELECT pg_advisory_lock(1)');
    // Copying the files takes a third of the time of writing their pages to the log.
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
  });
  return {
    url: urlOf(name),
    drop: () => onServer(async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))),
  };
}

/** Makes `template` once per run, by `fill` on a clone of the migrated template. */
export async function ensureTemplate(template: string, fill: (url: string) => Promise<void>): Promise<void> {
  await onServer(async (client) => {
    await client.query('SELECT pg_advisory_lock(2)');
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (known.rowCount) return;
    const clone = await cloneOf('template_migrated');
    await fill(clone.url);
    await client.query(`ALTER DATABASE ${new URL(clone.url).pathname.slice(1)} RENAME TO ${template}`);
  });
}

export interface TestDatabase {
  url: string;
  db: Database;
  close(): Promise<void>;
}

/** A migrated, empty database of this test file's own. */
export async function testDatabase(): Promise<TestDatabase> {
  const clone = await cloneOf('template_migrated');
  const dataSource = await new DataSource(dataSourceOptions(clone.url, 10)).initialize();
  return {
    url: clone.url,
    db: new Database(dataSource),
    close: async () => {
      await dataSource.destroy();
      await clone.drop();
    },
  };
}
