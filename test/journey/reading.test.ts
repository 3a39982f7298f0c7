import type { Browser } from 'playwright-core';
import { GrantAccess } from '../../src/enrollment/index.js';
import { openBrowser } from '../support/browser.js';
import { testApp, type TestApp } from '../support/index.js';
import { desk } from './look.js';

let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([testApp({ PROCESS: 'web' }), openBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

const barOf = `Number(new DOMMatrix(getComputedStyle(document.body, '::before').transform).a.toFixed(2))`;

it('shows how far one has read an article, and nothing to who wants less motion', async () => {
  const page = await (await browser.newContext({ baseURL: app.url, viewport: desk })).newPage();
  await page.goto('/articles/botox-for-pain');
  expect(await page.evaluate(barOf)).toBe(0);
  await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
  await page.waitForFunction(`${barOf} === 1`);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await page.evaluate(`getComputedStyle(document.body, '::before').content`)).toBe('none');
});

it('puts an article on paper with its sources and its address, and nothing of the site around it', async () => {
  const page = await (await browser.newContext({ baseURL: app.url })).newPage();
  await page.goto('/articles/botox-for-pain');
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['.site-header', '.site-footer', '.breadcrumbs', '.comments'])
    expect(await page.locator(gone).first().isVisible()).toBe(false);
  expect(await page.locator('#sources').isVisible()).toBe(true);
  const paper = await page.pdf({ format: 'A4' });
  expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
});

it('puts a lesson on paper, without the outline and what is to be pressed', async () => {
  const context = await browser.newContext({ baseURL: app.url });
  const page = await context.newPage();
  const learner = await app.signIn('learner');
  const cookies = learner
    .cookieHeader()
    .split('; ')
    .map((pair) => pair.split('='));
  await context.addCookies(cookies.map(([name, ...value]) => ({ name: name!, value: value.join('='), url: app.url })));
  const id = (sql: string) => app.db.row<{ id: string }>(sql).then((row) => row!.id);
  const personId = await id(`SELECT id FROM people WHERE email = 'learner@demo.glabella.test'`);
  const courseIds = [await id(`SELECT id FROM courses WHERE slug = 'foundations'`)];
  await app.db.transaction((tx) =>
    app.get(GrantAccess).grant(tx, { personId, sourceKind: 'test', sourceId: personId, courseIds }),
  );
  await page.goto('/learn/foundations/facial-layers');
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(true);
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['.player-bar', '.player-aside', '.lesson-footer', 'print-button'])
    expect(await page.locator(gone).first().isVisible()).toBe(false);
  expect(await page.locator('h1').isVisible()).toBe(true);
});
