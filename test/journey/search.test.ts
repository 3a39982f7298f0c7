import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { testApp, type TestApp } from '../support/index.js';
import { desk, look, phone } from './look.js';
import { Watch } from './watch.js';

let app: TestApp;
let browser: Browser;
let watch: Watch;

beforeAll(async () => {
  [app, browser] = await Promise.all([testApp({ PROCESS: 'web' }), openBrowser()]);
  watch = new Watch([app.url]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

it('is reached by one key from any page, and forgives a slip', async () => {
  const page = await watch.over(await browser.newContext({ baseURL: app.url, viewport: desk })).newPage();
  page.setDefaultTimeout(8_000);
  await page.goto('/articles');
  await page.keyboard.press('/');
  await page.keyboard.type('botulinun/');
  expect(await page.inputValue('.site-bar [data-search]')).toBe('botulinun/');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\?q=botulinun/);
  await page.getByText('These have').waitFor();
  await look(page, '84-search', watch);
  await page.locator('.choices').getByRole('link', { name: 'Articles (1)' }).click();
  await page.getByRole('status').filter({ hasText: 'result' }).waitFor();
  await page.locator('.search-result a').first().click();
  expect(new URL(page.url()).pathname).toMatch(/^\/articles\//);
  expect(watch.take()).toEqual([]);
});

it('stands in the menu of a phone, and works without script', async () => {
  const options = { baseURL: app.url, viewport: phone, hasTouch: true, isMobile: true, javaScriptEnabled: false };
  const page = await (await browser.newContext(options)).newPage();
  await page.goto('/');
  await page.getByText('Menu', { exact: true }).click();
  await page.locator('.phone-sheet [data-search]').fill('cannula');
  await page.locator('.phone-sheet [data-search]').press('Enter');
  await page.waitForURL(/\/search\?q=cannula/);
  expect(await page.locator('h1').textContent()).toBe('Search');
});
