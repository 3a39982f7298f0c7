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
  [app, browser] = await Promise.all([testApp({ PROCESS: 'web' }), openBrowser()]);
  watch = new Watch([app.url]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

async function pageOf(account: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: app.url, viewport: desk, ...options });
  const page = await watch.over(context).newPage();
  page.setDefaultTimeout(8_000);
  const client = await app.signIn(account);
  const cookies = client
    .cookieHeader()
    .split('; ')
    .map((pair) => pair.split('='));
  await context.addCookies(cookies.map(([name, ...value]) => ({ name: name!, value: value.join('='), url: app.url })));
  return page;
}

it('is read and written by keyboard, accepted at the desk, and answered on a phone', async () => {
  const learner = await pageOf('learner');
  await learner.goto(article);
  await learner.getByLabel('Your comment').focus();
  await learner.keyboard.type('How long after a nerve block may one inject?');
  await learner.keyboard.press('Tab');
  await learner.keyboard.press('Enter');
  await learner.waitForURL(/\/comments\//);
  await learner.getByText('Waits for a moderator').waitFor();
  await look(learner, '80-comment-waits', watch);

  const admin = await pageOf('admin');
  await admin.goto('/moderation');
  await look(admin, '81-moderation', watch);
  await admin.getByRole('button', { name: 'Accept' }).click();
  await admin.getByText('Nothing to look at').waitFor();

  const author = await pageOf('author', { viewport: phone, hasTouch: true, isMobile: true });
  await author.goto(article);
  await author.getByRole('link', { name: 'Answer' }).click();
  await author.getByLabel('Your answer').fill('As soon as sensation is back.\n\nSee https://example.org/blocks.');
  await author.getByRole('button', { name: 'Answer' }).click();
  await author.getByText('As soon as sensation is back.').waitFor();
  expect(new URL(author.url()).pathname).toBe(article);
  await look(author, '82-comments', watch);

  await learner.goto(article);
  await learner.getByText('As soon as sensation is back.').waitFor();
  await learner.getByRole('link', { name: 'More' }).last().click();
  await learner.getByText('Report this comment').click();
  await look(learner, '83-report', watch);
  await learner.getByRole('button', { name: 'Report it' }).click();
  await learner.getByText('Say what is wrong with it.').first().waitFor();
  await learner.getByLabel('What is wrong with it').selectOption('advertising');
  await learner.getByRole('button', { name: 'Report it' }).click();
  await learner.getByText('A moderator will look at it.').waitFor();
  expect(watch.take()).toEqual([expect.stringContaining('422')]);
}, 60_000);
