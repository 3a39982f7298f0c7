import { mkdirSync, writeFileSync } from 'node:fs';
import type { Browser, BrowserContext } from 'playwright-core';
import { GrantAccess } from '../../src/enrollment/index.js';
import { openBrowser } from '../support/browser.js';
import { testApp, type TestApp } from '../support/index.js';
import { desk, phone } from './look.js';

// What a first visit costs, with nothing kept from before. Bytes, requests and shifts are the same on every machine: they have limits
// here. Times are not: they are written down, in test-results/journey/weight.md.
let app: TestApp;
let browser: Browser;
let session: { name: string; value: string; url: string }[];

beforeAll(async () => {
  [app, browser] = await Promise.all([testApp({ PROCESS: 'web' }), openBrowser()]);
  const learner = await app.signIn('learner');
  const pairs = learner.cookieHeader().split('; ');
  session = pairs.map((pair) => ({
    name: pair.split('=')[0]!,
    value: pair.slice(pair.indexOf('=') + 1),
    url: app.url,
  }));
  const id = (sql: string) => app.db.row<{ id: string }>(sql).then((row) => row!.id);
  const personId = await id(`SELECT id FROM people WHERE email = 'learner@demo.glabella.test'`);
  const courseIds = [await id(`SELECT id FROM courses WHERE slug = 'foundations'`)];
  const grant = { personId, sourceKind: 'test', sourceId: personId, courseIds };
  await app.db.transaction((tx) => app.get(GrantAccess).grant(tx, grant));
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await app?.close();
  mkdirSync('test-results/journey', { recursive: true });
  const head =
    '| page | width | kB | requests | shift | first byte, ms | largest paint, ms |\n|---|---|---|---|---|---|---|';
  writeFileSync('test-results/journey/weight.md', `${[head, ...table].join('\n')}\n`);
});
const table: string[] = [];

const seen = `
  window.seen = { shift: 0, paint: 0 };
  new PerformanceObserver((list) => {
    for (const { hadRecentInput, value } of list.getEntries()) if (!hadRecentInput) seen.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) seen.paint = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });`;

interface Weight {
  bytes: number;
  requests: number;
  shift: number;
}

/** A first visit to a page: the bytes as they came, compressed, of everything it asked for. */
async function weigh(context: BrowserContext, path: string, width: number): Promise<Weight> {
  const page = await context.newPage();
  await page.addInitScript(seen);
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    sizes.push(
      request.sizes().then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize),
    );
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  await page.evaluate('document.fonts.ready');
  const { shift, paint, firstByte } = await page.evaluate<{ shift: number; paint: number; firstByte: number }>(
    `({ ...seen, firstByte: performance.getEntriesByType('navigation')[0].responseStart })`,
  );
  const all = await Promise.all(sizes);
  const bytes = all.reduce((sum, size) => sum + size, 0);
  table.push(
    `| ${path} | ${width} | ${Math.round(bytes / 1000)} | ${all.length} | ${shift.toFixed(3)} | ${Math.round(firstByte)} | ${Math.round(paint)} |`,
  );
  await page.close();
  return { bytes, requests: all.length, shift };
}

describe.each([
  ['/'],
  ['/catalogue'],
  ['/bundles/cosmetic-injector-certification'],
  ['/courses/foundations'],
  ['/courses/foundations/previews/facial-layers'],
  ['/articles'],
  ['/articles/botox-for-pain'],
  ['/search?q=toxin'],
  ['/verify'],
  ['/sign-up'],
  ['/learning'],
  ['/learn/foundations/facial-layers'],
  ['/learn/foundations/quiz/foundations-quiz'],
])('a first visit to %s', (path) => {
  it.each(process.env['JOURNEYS'] === 'all' ? [phone, desk] : [phone])(
    'at $width px is light, asks little and stands still',
    async (viewport) => {
      const context = await browser.newContext({ baseURL: app.url, viewport });
      if (path.startsWith('/learn')) await context.addCookies(session);
      const { bytes, requests, shift } = await weigh(context, path, viewport.width);
      await context.close();
      expect(bytes).toBeLessThan(150_000);
      // A lesson has its place, its notes and its keys: a module each, all asked for at once.
      expect(requests).toBeLessThanOrEqual(path.startsWith('/learn/') ? 16 : 8);
      expect(shift).toBeLessThan(0.05);
    },
  );
});

it('would see something move', async () => {
  const page = await browser.newPage({ baseURL: app.url });
  await page.addInitScript(seen);
  await page.goto('/verify', { waitUntil: 'networkidle' });
  await page.evaluate(
    `const late = document.createElement('p'); late.style.height = '20rem'; document.body.prepend(late);`,
  );
  await page.waitForFunction('seen.shift > 0.05');
});
