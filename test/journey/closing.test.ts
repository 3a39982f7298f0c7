import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import type { Browser, Page } from 'playwright-core';
import yauzl from 'yauzl';
import { demoPassword } from '../../src/process/demo-people.js';
import { EnsurePerson } from '../../src/users/ensure-person.js';
import { monthAddress, monthName } from '../../src/ledger/close/checklist-words.js';
import { Closing } from '../fixtures/closing.js';
import { Sales } from '../fixtures/sales.js';
import { openBrowser } from '../support/browser.js';
import { testApp, type TestApp } from '../support/index.js';
import { Keyboard } from './keyboard.js';
import { desk, look } from './look.js';
import { button, link } from './steps.js';
import { Watch } from './watch.js';

let app: TestApp;
let browser: Browser;
let watch: Watch;
let books: Closing;
let month: string;
let order: string;

/** A month that is over: two sales, a refund, a fee nobody can place, and a payout that is off by a cent. */
beforeAll(async () => {
  [app, browser] = await Promise.all([testApp({ PROCESS: 'web' }), openBrowser()]);
  watch = new Watch([new URL(app.url).origin]);
  books = await Closing.open(app);
  month = books.month(1);
  const sales = new Sales(app);
  await sales.stripe.webhooks('drop');
  order = (await sales.sold(['cosmetic-injector-certification'])).number;
  await sales.sold(['foundations']);
  await books.booked(month);
  await sales.stripe.movement({ amount: -1_500, type: 'adjustment', description: 'A charge of the card network' });
  await books.booked(month);
  await app.db.rows(`UPDATE unposted_transactions SET since = now() - interval '1 hour'`);
  await books.booked(month);
  await app.db.rows(
    `INSERT INTO payouts (id, amount, currency, status, is_automatic, created_at, arrives_at, read_at, reconciled_at, transactions_net)
     VALUES ('po_off', 1000, 'USD', 'paid', true, $1, $1, now(), now(), 999)`,
    [month],
  );
  const email = 'second@demo.glabella.test';
  await app.get(EnsurePerson).execute({ name: 'Sam Second', email, roles: ['accountant'], password: demoPassword });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

async function signedIn(account: string): Promise<Page> {
  const context = watch.over(await browser.newContext({ baseURL: app.url, viewport: desk }));
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(`${account}@demo.glabella.test`);
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByLabel('Password').press('Enter');
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  return page;
}
/** Whether something on the list holds, as the page says it. */
const verdict = (page: Page, what: string) =>
  page.getByRole('row', { name: what }).getByRole('cell').first().innerText();

async function filesOf(archive: string): Promise<Map<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(readFileSync(archive));
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  return files;
}

describe('closing a month in a browser', () => {
  let page: Page;
  let second: Page;
  beforeAll(async () => {
    [page, second] = [await signedIn('accountant'), await signedIn('second')];
  }, 30_000);
  // A form that comes back with its reasons is one of the ways.
  afterEach(() => expect(watch.take().filter((fault) => !/status of 422/.test(fault))).toEqual([]));

  it('begins at a figure of the month, which leads to the entry, the order and what Stripe has of it', async () => {
    await page.goto(`/books?month=${month.slice(0, 7)}`);
    await look(page, 'books-month', watch);
    await page.getByRole('main').locator('a', { hasText: /^\$/ }).first().click();
    await look(page, 'books-figure', watch);
    await page.goto(`/books/journal?q=${order}`);
    await look(page, 'books-journal', watch);
    await page.getByRole('main').getByRole('table').getByRole('link').first().click();
    await look(page, 'books-entry', watch);
    await link(page, new RegExp(order)).first().click();
    await page.waitForURL((url) => url.pathname.includes(order));
    expect(await page.getByRole('main').innerText()).toMatch(/pi_\w+/);
    await look(page, 'books-order', watch);
  }, 60_000);

  it('goes on with the list, which says what is in the way and where it is put right', async () => {
    await page.goto('/books/close');
    await look(page, 'books-closing', watch);
    await link(page, monthName(month)).press('Enter');
    await button(page, 'Bring the books up to date').press('Enter');
    await page.getByText('The books are up to date.').waitFor();
    expect(await verdict(page, 'Suspense is empty')).toBe('Not yet');
    expect(await verdict(page, 'Payouts are matched or explained')).toBe('Not yet');
    expect(await button(page, 'Close this month').count()).toBe(0);
    await look(page, 'books-list-open', watch);
  }, 60_000);

  it('asks of what nobody could place which line it belongs to, and why', async () => {
    await page.getByRole('row', { name: 'Suspense is empty' }).getByRole('link').press('Enter');
    await look(page, 'books-suspense', watch);
    await page.getByRole('main').getByRole('table').getByRole('link').first().press('Enter');
    await page.getByLabel('Account').selectOption({ value: '5000' });
    await page.getByLabel('Why it belongs there').fill('The card network charges it');
    await look(page, 'books-suspense-item', watch);
    await page.getByLabel('Why it belongs there').press('Enter');
    await page.getByText('It has been placed').waitFor();
    await page.goto(monthAddress(month));
    expect(await verdict(page, 'Suspense is empty')).toBe('Yes');
  }, 60_000);

  it('takes an explanation for a payout that is off, and no empty one', async () => {
    await link(page, /Explain the difference/).press('Enter');
    await button(page, 'Keep the explanation').press('Enter');
    await page.locator('.has-error').waitFor();
    await look(page, 'books-explanation-with-errors', watch);
    await page.getByLabel('Why it differs').fill('A cent that the bank kept');
    await button(page, 'Keep the explanation').press('Enter');
    await page.waitForURL((url) => !url.pathname.endsWith('/explanation'));
    await page.goto(monthAddress(month));
    expect(await verdict(page, 'Payouts are matched or explained')).toBe('Yes');
  }, 60_000);

  it('closes with the keyboard alone, and gives a package whose every file is what its manifest says', async () => {
    const keys = new Keyboard(page);
    await keys.to(/^A note for whoever/);
    await keys.type('Nothing unusual');
    await keys.to('Close this month');
    await page.keyboard.press('Enter');
    await page.getByText('The month is closed.').waitFor();
    await look(page, 'books-month-closed', watch);
    const [saved] = await Promise.all([page.waitForEvent('download'), link(page, 'Close package').click()]);
    const files = await filesOf(await saved.path());
    const manifest = JSON.parse(files.get('manifest.json')!.toString()) as {
      files: { name: string; sha256: string }[];
    };
    expect(manifest.files.length).toBeGreaterThan(4);
    for (const { name, sha256 } of manifest.files)
      expect([name, createHash('sha256').update(files.get(name)!).digest('hex')]).toEqual([name, sha256]);
    expect([...files.keys()].sort()).toEqual([...manifest.files.map(({ name }) => name), 'manifest.json'].sort());
  }, 60_000);

  it('opens again when a second accountant agrees, not the one who asked, and the trail says all of it', async () => {
    await page.getByLabel('Why it should be opened again').fill('A forgotten invoice');
    await button(page, 'Ask to open it again').press('Enter');
    await page.getByText('You asked to open this month again.').waitFor();
    expect(await button(page, 'Decide').count()).toBe(0);
    await second.goto(monthAddress(month));
    await second.getByText('Conor Fields asks to open this month again: A forgotten invoice').waitFor();
    await look(second, 'books-reopening', watch);
    await second.getByLabel('Open it again').press('Space');
    await second.getByLabel('Why', { exact: true }).fill('The invoice is there');
    await button(second, 'Decide').press('Enter');
    await second.getByText('Your decision is kept.').waitFor();
    const trail = await second
      .getByRole('region', { name: 'Who did what' })
      .or(second.locator('.timeline'))
      .first()
      .innerText();
    for (const words of ['Nothing unusual', 'A forgotten invoice', 'The invoice is there', 'Sam Second'])
      expect(trail).toContain(words);
    await look(second, 'books-month-reopened', watch);
  }, 60_000);
});
