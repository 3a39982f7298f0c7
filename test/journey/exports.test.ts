import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { demoPassword } from '../../src/process/demo-people.js';
import { openBrowser } from '../support/browser.js';
import { eventually, testApp, type TestApp } from '../support/index.js';
import { signIn } from './steps.js';

describe('the download of an export', () => {
  let app: TestApp;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    [app, browser] = await Promise.all([testApp(), openBrowser()]);
    page = await browser.newPage();
    page.setDefaultTimeout(8_000);
    await signIn(page, app.url, { email: 'accountant@demo.glabella.test', password: demoPassword });
    await page.waitForURL((url) => url.pathname !== '/sign-in');
    await page.goto(`${app.url}/books/exports?format=ledger&from=2026-01-01&to=2026-01-31`);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const status = () => page.locator('shown-download [role=status]').innerText();
  const download = () => page.getByRole('link', { name: 'Download' }).click();

  it('says how much came, and saves the file under its name', async () => {
    const [saved] = await Promise.all([page.waitForEvent('download'), download()]);
    expect(saved.suggestedFilename()).toBe('journal-2026-01-01-2026-01-31.ledger');
    expect(readFileSync(await saved.path(), 'utf8')).toContain('; Journal, 2026-01-01 to 2026-01-31 (UTC)');
    expect(await status()).toBe('Done: 1 kB.');
  }, 30_000);

  it('saves nothing that did not arrive whole', async () => {
    await page.route('**/api/books/journal.ledger*', (route) => route.abort());
    await download();
    await eventually(async () =>
      expect(await status()).toBe('The file did not arrive whole and was not saved. Try again.'),
    );
  }, 30_000);
});
