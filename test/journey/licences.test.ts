import type { Browser, Page } from 'playwright-core';
import { licenceData, photograph } from '../fixtures/licences.js';
import { openBrowser } from '../support/browser.js';
import { testApp, type TestApp } from '../support/index.js';
import { demoPassword } from '../../src/process/demo-people.js';
import { desk, look } from './look.js';
import { Watch } from './watch.js';

let app: TestApp;
let browser: Browser;
let watch: Watch;

beforeAll(async () => {
  [app, browser] = await Promise.all([testApp(), openBrowser()]);
  watch = new Watch([new URL(app.url).origin]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

async function signedIn(account: string): Promise<Page> {
  const context = watch.over(await browser.newContext({ baseURL: app.url, viewport: desk, javaScriptEnabled: true }));
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(`${account}@demo.glabella.test`);
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByLabel('Password').press('Enter');
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  return page;
}

describe('a licence, from its holder to a reviewer and back', () => {
  it('is entered, sent, asked about, answered and approved in a browser', async () => {
    const learner = await signedIn('learner');
    await learner.goto('/account/licences');
    await learner.getByRole('button', { name: 'Enter licence' }).press('Enter');
    await learner.getByText('Choose your profession.').first().waitFor();
    await look(learner, 'licences-with-errors', watch);
    const data = licenceData('RN 555');
    await learner.getByLabel('Profession').selectOption(data.profession);
    await learner.getByLabel('Where it was given').selectOption(data.jurisdiction);
    await learner.getByLabel('Licence number').fill(data.number);
    await learner.getByLabel('Name on the licence').fill(data.holderName);
    await learner.getByLabel('Expires on').fill(data.expiresOn);
    await learner.getByRole('button', { name: 'Enter licence' }).press('Enter');
    await learner.getByText('Now send a copy of it.').waitFor();
    await learner
      .getByLabel('Copy of the licence')
      .setInputFiles({ name: 'licence.jpg', mimeType: 'image/jpeg', buffer: await photograph() });
    await learner.getByRole('button', { name: 'Send copy' }).press('Enter');
    await learner.getByText('Your copy is here.').waitFor();
    await look(learner, 'licence-waiting', watch);

    const reviewer = await signedIn('examiner');
    await reviewer.goto('/review/licences');
    await look(reviewer, 'licence-queue', watch);
    await reviewer.getByRole('link', { name: data.holderName }).press('Enter');
    const copy = reviewer.getByAltText('Copy 1 of the licence, as it was sent');
    await copy.waitFor();
    expect(await copy.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth)).toBe(60);
    await look(reviewer, 'licence-case', watch);
    await reviewer.getByLabel('Ask the learner').press('Space');
    await reviewer.getByLabel('Reason or question').fill('Which of your names is it?');
    await reviewer.getByRole('button', { name: 'Decide' }).press('Enter');
    await reviewer.getByText('Your question is on its way.').waitFor();

    await learner.reload();
    await learner.getByText('Which of your names is it?').first().waitFor();
    await look(learner, 'licence-asked', watch);
    await learner.getByLabel('Your answer').fill('The one before I married.');
    await learner.getByRole('button', { name: 'Send answer' }).press('Enter');
    await learner.getByText('Your answer is on its way').waitFor();

    await reviewer.reload();
    await reviewer.getByRole('link', { name: data.holderName }).press('Enter');
    await reviewer.getByLabel('Approve').press('Space');
    await reviewer.getByRole('button', { name: 'Decide' }).press('Enter');
    await reviewer.getByText('The licence is verified').waitFor();
    await learner.goto('/account/licences');
    await learner.getByText('verified', { exact: true }).waitFor();
    await look(learner, 'licences', watch);
    // The form that came back filled.
    expect(watch.take()).toEqual([expect.stringContaining('422')]);
  }, 120_000);

  it('is asked for on the page of the bundle, which says what holds where', async () => {
    const context = watch.over(await browser.newContext({ baseURL: app.url, viewport: desk }));
    const page = await context.newPage();
    await page.goto('/bundles/cosmetic-injector-certification');
    await page.getByLabel('Your profession').selectOption('rn');
    await page.getByLabel('Where you work').selectOption('US-CA');
    await page.getByRole('button', { name: 'Show what is allowed' }).press('Enter');
    await page.getByText('under supervision or orders').first().waitFor();
    await look(page, 'bundle-scope', watch);
    await page.goto('/scope?profession=pharmd&jurisdiction=US-CA');
    await page.getByText('not reviewed', { exact: true }).first().waitFor();
    await look(page, 'scope', watch);
    expect(watch.take()).toEqual([]);
  }, 60_000);
});
