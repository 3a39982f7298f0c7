import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { testApp, type TestApp } from '../support/index.js';
import { desk, look, phone } from './look.js';
import { Watch } from './watch.js';

let app: TestApp;
let browser: Browser;
let watch: Watch;
const article = '/articles/botox-for-pain';

beforeAll(async () => {
  [app, browser] = await Promise.all([testApp(), openBrowser()]);
  watch = new Watch([app.url]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

async function visitor(options: Parameters<Browser['newContext']>[0] = { viewport: desk }): Promise<Page> {
  const page = await watch.over(await browser.newContext({ baseURL: app.url, ...options })).newPage();
  page.setDefaultTimeout(8_000);
  return page;
}

const panel = (page: Page) => page.getByRole('complementary', { name: /A free book/ });
const leave = async (page: Page) => {
  await page.mouse.move(300, 200);
  await page.evaluate(
    `document.documentElement.dispatchEvent(new MouseEvent('mouseleave', { clientX: 300, clientY: -1 }))`,
  );
};

it('is offered once to a pointer that leaves, without taking the focus, and never again', async () => {
  const page = await visitor();
  await page.goto(article);
  expect(await panel(page).isVisible()).toBe(false);
  const focused = () => page.evaluate('document.activeElement.tagName');
  const before = await focused();
  await leave(page);
  await panel(page).waitFor();
  expect(await focused()).toBe(before);
  expect(await page.getByRole('status').filter({ hasText: 'offered at the end' }).count()).toBe(1);
  await look(page, '70-ebook-panel', watch);
  await page.keyboard.press('Escape');
  expect(await panel(page).count()).toBe(0);
  for (const path of [article, '/catalogue']) {
    await page.goto(path);
    await leave(page);
    await page.waitForTimeout(150);
    expect(await panel(page).isVisible()).toBe(false);
  }
  expect(watch.take()).toEqual([]);
});

it('is offered on a phone at the end of the text, and closed by a button', async () => {
  const page = await visitor({ viewport: phone, hasTouch: true, isMobile: true });
  await page.goto(article);
  await page.evaluate('scrollTo(0, 600)');
  await page.waitForTimeout(150);
  expect(await panel(page).isVisible()).toBe(false);
  await page.evaluate('scrollTo(0, document.body.scrollHeight)');
  await panel(page).waitFor();
  await look(page, '71-ebook-panel-phone', watch);
  await page.getByRole('button', { name: 'No, thank you' }).click();
  expect(await panel(page).count()).toBe(0);
  await page.reload();
  await page.evaluate('scrollTo(0, document.body.scrollHeight)');
  await page.waitForTimeout(150);
  expect(await panel(page).isVisible()).toBe(false);
  expect(watch.take()).toEqual([]);
});

it('is asked for, confirmed and taken by the keyboard alone', async () => {
  const page = await visitor();
  await page.goto(article);
  await page.keyboard.press('End');
  await panel(page).waitFor();
  for (let tabs = 0; tabs < 60 && !(await panel(page).locator('a:focus').count()); tabs += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.waitForURL('**/ebooks/injecting-well?from=*');
  await look(page, '72-ebook', watch);
  await page.getByLabel('E-mail').focus();
  await page.keyboard.type('not an address');
  await page.keyboard.press('Enter');
  await page.getByText('Enter an e-mail address like').first().waitFor();
  expect(await page.getByLabel('E-mail').inputValue()).toBe('not an address');
  expect(await page.getByLabel(/Also send me news/).isChecked()).toBe(false);
  await look(page, '73-ebook-refused', watch);
  await page.getByLabel('E-mail').fill('keyboard@example.test');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Look into your mailbox' }).waitFor();
  await look(page, '74-ebook-sent', watch);
  const { items } = (await (await page.request.get('/api/demo/mail?to=keyboard@example.test')).json()) as {
    items: { text: string }[];
  };
  await page.goto(/\/ebook-links\/[\w-]+/.exec(items[0]!.text)![0]);
  await look(page, '75-ebook-confirm', watch);
  await page.getByRole('button', { name: /This is my address/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Injecting Well' }).waitFor();
  await look(page, '76-ebook-ready', watch);
  for (const format of ['PDF', 'EPUB']) {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: `Download ${format}` }).focus();
    await page.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toBe(`injecting-well-1.${format.toLowerCase()}`);
  }
  expect(watch.take()).toEqual([expect.stringContaining('422')]);
});

it('is never offered to who came for it by a link, and is asked for without any script', async () => {
  const page = await visitor();
  await page.goto('/ebooks/injecting-well');
  await page.goto(article);
  await leave(page);
  await page.waitForTimeout(150);
  expect(await panel(page).isVisible()).toBe(false);
  const plain = await visitor({ javaScriptEnabled: false });
  await plain.goto(article);
  expect(await panel(plain).isVisible()).toBe(false);
  await plain.getByRole('navigation', { name: 'Footer' }).getByRole('link', { name: 'E-books' }).click();
  await plain.getByRole('link', { name: 'Injecting Well' }).click();
  await plain.getByLabel('E-mail').fill('plain@example.test');
  await plain.getByRole('button', { name: 'Send me the book' }).click();
  expect(await plain.getByRole('heading', { level: 1 }).textContent()).toBe('Look into your mailbox');
  expect(watch.take()).toEqual([]);
});
