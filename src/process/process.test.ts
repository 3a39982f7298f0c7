import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { selfSigned } from '../documents/index.js';
import { Client, cloneOf, eventually, freePort, spawnNode, testApp, type TestApp } from '../../test/support/index.js';

interface Described {
  paths: Record<string, Record<string, { responses: Record<string, unknown> }>>;
}

async function pdfKeyFiles(): Promise<{ PDF_SIGNING_KEY: string; PDF_SIGNING_CHAIN: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'glabella-pdf-'));
  const files = { PDF_SIGNING_KEY: join(folder, 'key.pem'), PDF_SIGNING_CHAIN: join(folder, 'chain.pem') };
  const { key, certificate } = await selfSigned('Example Education');
  writeFileSync(files.PDF_SIGNING_KEY, key, { mode: 0o600 });
  writeFileSync(files.PDF_SIGNING_CHAIN, certificate);
  return files;
}

describe('the process', () => {
  let app: TestApp;
  beforeAll(async () => (app = await testApp()), 120_000);
  afterAll(() => app.close());

  it('says that it lives and that it is ready', async () => {
    expect((await app.client().get('/health/live')).body).toEqual({ status: 'ok' });
    expect((await app.client().get('/health/ready')).body).toEqual({ status: 'ok' });
  });

  it('is not ready while a migration is missing', async () => {
    const clone = await cloneOf('template_app');
    const node = await spawnNode({ DATABASE_URL: clone.url });
    const client = new pg.Client(clone.url);
    await client.connect();
    await client.query('DELETE FROM migrations WHERE id = (SELECT max(id) FROM migrations)');
    await client.end();
    const answer = await fetch(`${node.url}/health/ready`);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    await node.stop();
    await clone.drop();
  });

  it('describes every route of the API with its answers', async () => {
    const { paths } = (await app.client().get<Described>('/api/openapi.json')).body;
    const operations = Object.entries(paths).flatMap(([path, verbs]) =>
      Object.entries(verbs).map(([verb, { responses }]) => ({
        route: `${verb} ${path}`,
        answers: Object.keys(responses),
      })),
    );
    const bare = operations.filter(({ answers }) => !answers.some((status) => status.startsWith('2')));
    expect(bare).toEqual([]);
    for (const route of [
      '/api/orders',
      '/api/quotes',
      '/api/session',
      '/api/learning',
      '/stripe/events',
      '/health/ready',
    ]) {
      expect(Object.keys(paths)).toContain(route);
    }
  });

  it('answers an unknown address as a page for people and as a problem for programs', async () => {
    const page = await app.client().get('/nothing-here', { accept: 'text/html' });
    expect([page.status, page.text.includes('Not found')]).toEqual([404, true]);
    const problem = await app.client().get('/api/nothing-here');
    expect(problem.headers.get('content-type')).toContain('application/problem+json');
    expect(problem.body).toMatchObject({
      status: 404,
      code: 'not_found',
      requestId: problem.headers.get('x-request-id'),
    });
  });

  it('sends the same strict headers with every page', async () => {
    const { headers } = await app.client().get('/catalogue', { accept: 'text/html' });
    const policy = headers.get('content-security-policy')!;
    expect(policy).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic'/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect([headers.get('cache-control'), headers.get('x-content-type-options'), headers.get('x-powered-by')]).toEqual([
      'no-store',
      'nosniff',
      null,
    ]);
    const again = await app.client().get('/catalogue', { accept: 'text/html' });
    expect(again.headers.get('content-security-policy')).not.toBe(policy);
  });

  it.each([
    ['broken JSON', '{"items":', 'application/json', 400],
    ['JSON sent as text', '{"items":[]}', 'text/plain', 400],
    ['two megabytes', JSON.stringify({ items: 'x'.repeat(2_000_000) }), 'application/json', 413],
    ['an array where an object belongs', '[]', 'application/json', 400],
    ['a million commas', `[${','.repeat(90_000)}]`, 'application/json', 400],
  ])('refuses %s without falling over', async (_what, body, type, status) => {
    const answer = await app.client().raw('POST', '/api/quotes', body, { 'content-type': type });
    expect(answer.status).toBe(status);
  });

  it('calls a NUL character unreadable wherever it stands, and logs no failure', async () => {
    const learner = await app.signIn('learner');
    for (const path of [
      '/api/orders/%00',
      '/orders/%00',
      '/checkout/%00/done',
      '/checkout?product=%00',
      '/api/articles/%00',
    ]) {
      expect({ path, isRefused: [400, 404].includes((await learner.get(path)).status) }).toEqual({
        path,
        isRefused: true,
      });
    }
    const body = { name: 'A\u0000B', email: 'nul@example.test', password: 'a long enough passphrase' };
    expect([400, 422]).toContain((await app.client().post('/api/people', body)).status);
    expect((await learner.post('/api/quotes', { items: [{ product: 'a\u0000' }] })).status).toBe(400);
  });

  it('lets a running request end, and exits 0 within ten seconds of SIGTERM', async () => {
    const clone = await cloneOf('template_app');
    const node = await spawnNode({ DATABASE_URL: clone.url });
    const password = 'glabella-demo-password';
    // A connection that is open: the request is there at once, however busy the machine is.
    await (await fetch(`${node.url}/health/live`)).text();
    const running = fetch(`${node.url}/api/session`, {
      method: 'POST',
      headers: { origin: node.url, 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'learner@demo.glabella.test', password }),
    });
    await new Promise((resolve) => setTimeout(resolve, 40));
    const started = Date.now();
    const code = await node.stop('SIGTERM');
    expect((await running).status).toBe(204);
    expect(code).toBe(0);
    expect(Date.now() - started).toBeLessThan(10_000);
    await clone.drop();
  }, 30_000);

  it('stops in time though clients keep asking on open connections', async () => {
    const clone = await cloneOf('template_app');
    const node = await spawnNode({ DATABASE_URL: clone.url });
    let isOver = false;
    const asking = Array.from({ length: 4 }, async () => {
      while (!isOver) {
        await fetch(`${node.url}/health/live`).then(
          (answer) => answer.text(),
          () => (isOver = true),
        );
      }
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const started = Date.now();
    expect(await node.stop('SIGTERM')).toBe(0);
    expect(Date.now() - started).toBeLessThan(8_000);
    isOver = true;
    await Promise.all(asking);
    await clone.drop();
  }, 30_000);

  it('stops with the names of the values it cannot use', async () => {
    const child = spawn(process.execPath, ['dist/src/main.js'], {
      env: { PATH: process.env.PATH, PORT: 'abc', LOG_LEVEL: 'x' },
    });
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect([code, /PORT/.test(said), /LOG_LEVEL/.test(said)]).toEqual([1, true, true]);
  });

  it('keeps no demo account and no demo mailbox in production', async () => {
    const clone = await cloneOf('template_migrated');
    const node = await spawnNode({
      NODE_ENV: 'production',
      BASE_URL: 'https://learn.example',
      DATABASE_URL: clone.url,
      STRIPE_SECRET_KEY: 'sk_live_0123456789',
      STRIPE_WEBHOOK_SECRET: 'whsec_0123456789',
      SESSION_SECRET: 'x'.repeat(40),
      CREDENTIAL_SIGNING_SEED: 'A'.repeat(43),
      CREDENTIAL_TOKEN_SEED: 'B'.repeat(43),
      ...(await pdfKeyFiles()),
      LICENCE_PAPERS_KEY: 'B'.repeat(43),
      SELLER_NAME: 'Example Education Ltd',
      SELLER_ADDRESS: '1 Real Street;Dublin',
      SELLER_TAX_ID: 'IE1234567A',
    });
    expect(node.output()).not.toContain('demo');
    expect((await fetch(`${node.url}/api/demo/mail`)).status).toBe(404);
    const client = new pg.Client(clone.url);
    await client.connect();
    expect((await client.query('SELECT 1 FROM people')).rowCount).toBe(0);
    await client.end();
    await node.stop();
    await clone.drop();
  }, 30_000);

  it('comes up twice at once on an empty database: one catalogue, one set of people, one offer', async () => {
    const clone = await cloneOf('template0');
    const nodes = await Promise.all([spawnNode({ DATABASE_URL: clone.url }), spawnNode({ DATABASE_URL: clone.url })]);
    const client = new pg.Client(clone.url);
    await client.connect();
    const counted = await client.query(
      `SELECT (SELECT count(*)::int FROM people) AS people, (SELECT count(*)::int FROM offers) AS offers,
        (SELECT max(number) FROM editions) AS edition, (SELECT count(*)::int FROM products) AS products`,
    );
    expect(counted.rows).toEqual([{ people: 7, offers: 1, edition: 1, products: 8 }]);
    await client.end();
    for (const node of nodes) expect(await node.stop()).toBe(0);
    await clone.drop();
  }, 60_000);

  it('shares the work: one node takes the order, another one settles it', async () => {
    const clone = await cloneOf('template_app');
    const shared = { DATABASE_URL: clone.url, STRIPE_WEBHOOK_SECRET: 'whsec_shared', SESSION_SECRET: 'x'.repeat(40) };
    const web = await spawnNode({ ...shared, PROCESS: 'web' });
    const buyer = new Client(web.url);
    await buyer.post('/api/session', { email: 'learner@demo.glabella.test', password: 'glabella-demo-password' });
    const order = (await buyer.post('/api/orders', { items: [{ product: 'foundations' }] })).body;
    const paid = await fetch(order.checkoutUrl, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ cardNumber: '4242424242424242' }),
    });
    expect(paid.status).toBe(303);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect((await buyer.get(`/api/orders/${order.number}`)).body.status).toBe('pending');
    const worker = await spawnNode({ ...shared, PROCESS: 'worker' });
    await eventually(async () => expect((await buyer.get(`/api/orders/${order.number}`)).body.status).toBe('paid'));
    expect(await worker.stop()).toBe(0);
    expect(await web.stop()).toBe(0);
    await clone.drop();
  }, 60_000);

  it('keeps its embedded database over a kill: the next start finds what was acknowledged', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'glabella-embedded-'));
    const start = async () =>
      spawnNode({ DATA_DIR: folder, DATABASE_URL: '', BASE_URL: '', PORT: String(await freePort()) });
    const first = await startOnOwnPort(start);
    const signUp = await fetch(`${first.url}/api/people`, {
      method: 'POST',
      headers: { origin: first.url, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Kept', email: 'kept@example.test', password: 'a long enough passphrase' }),
    });
    expect(signUp.status).toBe(201);
    await first.stop('SIGKILL');
    const second = await startOnOwnPort(start);
    const signIn = await fetch(`${second.url}/api/session`, {
      method: 'POST',
      headers: { origin: second.url, 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'kept@example.test', password: 'a long enough passphrase' }),
    });
    expect(signIn.status).toBe(204);
    expect(await second.stop()).toBe(0);
    expect(() => readFileSync(join(folder, 'postgres', 'postmaster.pid'))).toThrow('ENOENT');
  }, 60_000);
});

type Started = Awaited<ReturnType<typeof spawnNode>>;
const startOnOwnPort = async (start: () => Promise<Started>): Promise<Started> => {
  const node = await start();
  const url = /ready at (\S+)/.exec(node.output())![1]!;
  return { ...node, url };
};
