import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { testApp, type TestApp } from '../support/index.js';
import { desk, look, phone } from './look.js';
import { Watch } from './watch.js';

let app: TestApp;
let browser: Browser;
let watch: Watch;
let page: Page;

beforeAll(async () => {
  [app, browser] = await Promise.all([testApp({ PROCESS: 'web' }), openBrowser()]);
  watch = new Watch([app.url]);
  const context = await browser.newContext({ baseURL: app.url, viewport: phone, locale: 'en-US' });
  page = await watch.over(context).newPage();
  page.setDefaultTimeout(8_000);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await app?.close();
});
afterEach(() => expect(watch.take()).toEqual([]));

it('is chosen by keyboard at the foot of a page, and kept on the next ones', async () => {
  await page.goto('/catalogue');
  await page.getByRole('button', { name: 'Español' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Catálogo' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/catalogue');
  await look(page, '90-catalogo', watch);
  await page.goto('/bundles/cosmetic-injector-certification');
  await page.getByText('Formación y certificación en inyectables').waitFor();
  await look(page, '91-paquete', watch);
  await page.goto('/articles/botox-for-pain');
  await look(page, '92-articulo', watch, { picture: false });
});

it.each(['/', '/catalogue', '/courses/foundations', '/articles/botox-for-pain', '/search?q=toxin', '/sign-up'])(
  '%s holds together when it is written from right to left',
  async (path) => {
    for (const size of [phone, desk]) {
      await page.setViewportSize(size);
      await page.goto(path);
      await page.evaluate(`document.documentElement.dir = 'rtl'`);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      const wordmark = (await page.locator('.site-header .wordmark').boundingBox())!;
      expect(wordmark.x + wordmark.width / 2).toBeGreaterThan(size.width / 2);
    }
  },
);
