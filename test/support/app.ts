import { randomInt } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Database, dataSourceOptions } from '../../src/database/index.js';
import { boot } from '../../src/process/boot.js';
import { demoPassword } from '../../src/process/demo-people.js';
import { readConfig } from '../../src/shared/index.js';
import { Client } from './client.js';
import { cloneOf, ensureTemplate } from './databases.js';
import { webhookSecret } from './sandbox.js';

export interface TestApp {
  url: string;
  sandboxUrl: string;
  databaseUrl: string;
  /** As the owner of the tables: a test may do what the application cannot. */
  db: Database;
  get<T>(type: Type<T> | (abstract new (...parameters: never[]) => T)): T;
  /** A visitor. */
  client(): Client;
  /** A person with this account of the demo (`learner`, `admin` …) or e-mail, signed in. */
  signIn(account: string, password?: string): Promise<Client>;
  close(): Promise<void>;
}

/**
 * A port nobody listens on, and the next one with it. Below those that the system gives to outgoing connections, and not
 * among those that the other worker draws from: between looking and listening nobody can take it.
 */
export async function freePort(): Promise<number> {
  const worker = Number(process.env.JEST_WORKER_ID ?? 0) % 2;
  for (;;) {
    const port = 20_000 + 4 * randomInt(3_000) + 2 * worker;
    if (await isFree(port)) return port;
  }
}

const isFree = (port: number) =>
  new Promise<boolean>((found) => {
    const probe = createServer()
      .once('error', () => found(false))
      .listen(port, () => probe.close(() => found(true)));
  });

/** The application has a login of its own, as where it really runs: what is append-only it cannot change. */
function asApplication(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  Object.assign(url, { username: 'glabella', password: 'application' });
  return url.href;
}

async function bootOn(databaseUrl: string, ownerUrl: string, environment: Record<string, string>) {
  const port = await freePort();
  const config = readConfig({
    NODE_ENV: 'test',
    PORT: String(port),
    SANDBOX_PORT: '0',
    PACKAGES_PORT: '0',
    DATABASE_URL: asApplication(databaseUrl),
    OWNER_DATABASE_URL: ownerUrl,
    DATA_DIR: mkdtempSync(join(tmpdir(), 'glabella-data-')),
    LOG_LEVEL: 'fatal',
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    ...environment,
  });
  return boot(config);
}

/** The whole application with the stand-in Stripe, the shipped content and the demo people, on a database of its own. */
export async function testApp(
  environment: Record<string, string> = {},
  /** Leads the application to its database by another way. */
  through: (databaseUrl: string) => Promise<string> = (url) => Promise.resolve(url),
): Promise<TestApp> {
  await ensureTemplate('template_app', async (url) => (await bootOn(url, url, {})).close());
  const clone = await cloneOf('template_app');
  const running = await bootOn(await through(clone.url), clone.url, environment);
  const owner = await new DataSource(dataSourceOptions(clone.url, 8)).initialize();
  const client = () => new Client(running.url);
  return {
    url: running.url,
    sandboxUrl: running.sandboxUrl ?? '',
    databaseUrl: clone.url,
    db: new Database(owner),
    get: (type) => running.app.get(type as Type),
    client,
    signIn: async (account, password = demoPassword) => {
      const person = client();
      const email = account.includes('@') ? account : `${account}@demo.glabella.test`;
      const answer = await person.post('/api/session', { email, password });
      if (answer.status !== 204) throw new Error(`${email} could not sign in: ${answer.status} ${answer.text}`);
      return person;
    },
    close: async () => {
      await running.close();
      await owner.destroy();
      await clone.drop();
    },
  };
}
