import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { testApp, type TestApp } from '../support/index.js';
import { look } from './look.js';
import { demo, signIn } from './steps.js';
import { Watch } from './watch.js';

// Two authors in two browsers: one edits by keyboard, the other reads, both meet in one file, and an edition comes of it.
let app: TestApp;
let browser: Browser;
const watches: Watch[] = [];
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  [app, browser] = await Promise.all([testApp(), openBrowser()]);
}, 120_000);
afterAll(async () => {
  for (const context of contexts) await context.close();
  await browser?.close();
  await app?.close();
});

async function as(
  account: string,
  options: { javaScriptEnabled?: boolean } = {},
): Promise<{ page: Page; watch: Watch }> {
  const watch = new Watch([new URL(app.url).origin]);
  const context = watch.over(await browser.newContext({ baseURL: app.url, locale: 'en-US', ...options }));
  contexts.push(context);
  watches.push(watch);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await signIn(page, app.url, demo(account));
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  return { page, watch };
}

it('a course is edited, read by somebody else and published, by keyboard', async () => {
  const { page, watch } = await as('author');
  await page.goto('/author');
  await look(page, 'authoring-desk', watch);
  await page.getByRole('button', { name: 'Begin a draft of Upper face' }).press('Enter');
  await page.waitForURL(/\/author\/drafts\//);
  const draft = new URL(page.url()).pathname;
  await look(page, 'authoring-draft', watch);

  await page.goto(`${draft}/outline`);
  const lesson = page.locator('[data-spot="0.0"]');
  const name = (await lesson.textContent())!.trim();
  await lesson.focus();
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByText(new RegExp(`${name}: module \\d, place \\d\\.`)).waitFor();
  expect(await page.evaluate<string>('document.activeElement.textContent')).toContain(name);
  await look(page, 'authoring-outline', watch);
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await page.getByText('The last change is taken back.').waitFor();

  await page.goto(`${draft}/file?path=lessons/forehead-lines.md`);
  const text = page.getByLabel('Text', { exact: true });
  await text.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Alt+3');
  expect(await text.inputValue()).toContain('> **Safety.** What must not be missed.');
  await page.locator('.draft-preview .callout-safety').last().waitFor();
  await page.keyboard.type('\n<b>no</b>\n');
  await page.getByText('HTML is not allowed in Markdown.').first().waitFor();
  for (let each = 0; each < '\n<b>no</b>\n'.length; each += 1) await page.keyboard.press('Backspace');
  await page.getByText('Nothing wrong here.').waitFor();
  await look(page, 'authoring-lesson', watch);
  await page.keyboard.press('Control+s');
  await page.waitForURL(/saved/);

  await page.goto(`${draft}/pictures`);
  await look(page, 'authoring-pictures', watch);
  await page.goto('/author/claims?days=400');
  await look(page, 'authoring-claims', watch, { picture: true });
  await page.goto(`${draft}/review`);
  await look(page, 'authoring-review', watch);
  await page.getByRole('button', { name: 'Hand in for review' }).press('Enter');
  await page.getByText('somebody else approves it').waitFor();

  const other = await as('admin', { javaScriptEnabled: false });
  await other.page.goto(`${draft}/review`);
  await other.page.getByLabel('What you checked').fill('Read against the label.');
  await other.page.getByRole('button', { name: 'Approve' }).click();
  await other.page.getByRole('button', { name: 'Publish now' }).click();
  await other.page.getByText('Published as edition 2').waitFor();
  await other.page.goto('/author/courses/upper-face/editions?from=1&to=2');
  expect(await other.page.locator('.diff-ins').count()).toBeGreaterThan(0);
  await page.goto('/author/courses/upper-face/editions?from=1&to=2');
  await look(page, 'authoring-editions', watch);
  expect([...watch.take(), ...other.watch.take()]).toEqual([]);
}, 120_000);

it('two authors in one lesson: the second sees both texts and keeps both', async () => {
  const [first, second] = [await as('author'), await as('admin')];
  await first.page.goto('/author');
  await first.page.getByRole('button', { name: 'Begin a draft of Foundations' }).click();
  await first.page.waitForURL(/\/author\/drafts\//);
  const file = `${new URL(first.page.url()).pathname}/file?path=lessons/facial-layers.md`;
  await Promise.all([first.page.goto(file), second.page.goto(file)]);
  await first.page.getByLabel('Summary').fill('The summary of the first.');
  await first.page.getByRole('button', { name: 'Save', exact: true }).click();
  await first.page.waitForURL(/saved/);
  const text = second.page.getByLabel('Text', { exact: true });
  await text.fill(`${await text.inputValue()}\nThe end of the second.\n`);
  await second.page.getByRole('button', { name: 'Save', exact: true }).click();
  await second.page.getByText('saved this file in between').waitFor();
  // The browser says by itself that a page answered 409.
  expect(second.watch.take().filter((fault) => !fault.includes('409'))).toEqual([]);
  await look(second.page, 'authoring-conflict', second.watch);
  await second.page.getByRole('button', { name: 'Save both together' }).click();
  await second.page.waitForURL(/saved/);
  expect(await second.page.getByLabel('Summary').inputValue()).toBe('The summary of the first.');
  expect(await second.page.getByLabel('Text', { exact: true }).inputValue()).toContain('The end of the second.');
  expect([...first.watch.take(), ...second.watch.take()]).toEqual([]);
}, 120_000);
