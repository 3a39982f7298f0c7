import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { eventually, testApp, type TestApp } from '../support/index.js';
import { answersOf } from './answers.js';
import { desk, look, phone } from './look.js';
import {
  answerPaper,
  bundle,
  button,
  course,
  demo,
  followMail,
  heading,
  link,
  openConfirmationMail,
  openMailbox,
  payByCard,
  person,
  readLessons,
  signIn,
  signUp,
} from './steps.js';
import { Watch } from './watch.js';

// The whole job in a browser, one step after the other. Each page is looked at on phone and desk, by day and by night.
let app: TestApp;
let browser: Browser;
let watch: Watch;
const learner = person('Noor Haddad');
const visit = async (size: typeof phone): Promise<Page> => {
  const context: BrowserContext = await browser.newContext({ viewport: size, locale: 'en-US', acceptDownloads: true });
  context.setDefaultTimeout(8_000);
  return watch.over(context).newPage();
};

beforeAll(async () => {
  [app, browser] = await Promise.all([testApp(), openBrowser()]);
  watch = new Watch([new URL(app.url).origin, new URL(app.sandboxUrl).origin]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await app?.close();
});
afterEach(() => expect(watch.take()).toEqual([]));

it('what is wrong with a page does not go unseen', async () => {
  const page = await visit(phone);
  await page.goto(new URL('/verify', app.url).href);
  await page.evaluate(`document.querySelector('main').innerHTML +=
    '<img src="https://elsewhere.test/x.png"><p style="color: red">Styled</p><pre>' + 'wide '.repeat(99) + '</pre>'`);
  await look(page, '00-broken', watch);
  const faults = watch.take().join();
  expect(faults).toContain('image-alt');
  expect(faults).toContain('scrolls sideways');
  expect(faults).toContain('Content Security Policy');
  await page.context().close();
});

it('who has not confirmed the e-mail is reminded on every page, and can have the mail again', async () => {
  const late = person('Mateo Lindqvist');
  await app.client().post('/api/people', late);
  const page = await visit(phone);
  await signIn(page, app.url, late);
  await page.waitForURL('**/learning');
  await look(page, '00-not-confirmed', watch);
  await button(page, 'Send it again').click();
  expect(await page.getByRole('status').innerText()).toContain('once more');
  await page.context().close();
});

describe('a learner on a phone', () => {
  let page: Page;
  let order: string;
  let certificate: string;
  beforeAll(async () => {
    page = await visit(phone);
  });

  it('finds the bundle from the home page', async () => {
    await page.goto(app.url);
    await look(page, '01-home', watch);
    await page.getByText('Menu', { exact: true }).click();
    await link(page, 'Catalogue').first().click();
    await look(page, '02-catalogue', watch);
    await link(page, bundle.title).click();
    expect(await heading(page)).toBe(bundle.title);
  });

  it('sees what it costs now, what it cost before, and until when', async () => {
    const box = page.getByRole('complementary', { name: 'Price and enrollment' });
    expect(await box.locator('.price-now').innerText()).toContain('$449.00');
    expect(await box.locator('s, del').innerText()).toContain('$599.00');
    expect(await box.locator('count-down').innerText()).toMatch(/13 days/);
    const { body } = await app.client().get(`/api/bundles/${bundle.slug}`);
    expect(await box.locator('count-down').getAttribute('ends-at')).toBe(body.offer.endsAt);
    await look(page, '03-bundle', watch);
  });

  it('creates an account and confirms the e-mail', async () => {
    await page.getByRole('main').getByRole('link', { name: 'Enroll' }).click();
    await look(page, '04-sign-up', watch);
    await signUp(page, learner);
    await look(page, '05-mail-sent', watch);
    await openMailbox(page);
    await look(page, '06-mailbox', watch);
    await openConfirmationMail(page);
    await look(page, '06-mail', watch);
    await followMail(page);
    await look(page, '07-confirm', watch);
    await button(page, 'This is me: confirm').click();
    expect(await heading(page)).toBe('Check your order');
  });

  it('checks the order and pays for it', async () => {
    await look(page, '08-check-order', watch);
    await button(page, 'Continue to pay $449.00').click();
    await look(page, '09-pay', watch);
    await link(page, 'Cancel and go back').click();
    expect(await page.locator('.alert-title').innerText()).toBe('Not paid yet');
    await look(page, '09-unpaid-order', watch);
    await link(page, 'Continue to payment').click();
    await payByCard(page, learner);
    await page.waitForURL('**/done*');
    expect(await heading(page)).toBe(`Thank you, ${learner.name}`);
    await look(page, '10-thanks', watch);
    await link(page, /^Receipt for order/).click();
    order = new URL(page.url()).pathname.split('/').at(-1)!;
    await look(page, '11-receipt', watch);
  });

  it('finds all six courses on the desk', async () => {
    await page.goto(new URL('/learning', app.url).href);
    expect(await page.locator('.desk-course').count()).toBe(6);
    await look(page, '12-desk', watch);
    await link(page, `Start ${course.title}`).click();
  });

  it('reads every lesson of a course', async () => {
    let seen = 0;
    const count = await readLessons(page, async () => {
      seen += 1;
      await look(page, `13-lesson-${seen}`, watch, { picture: seen === 1 });
    });
    expect(count).toBe(seen);
    expect(count).toBeGreaterThanOrEqual(4);
    await look(page, '14-quiz-intro', watch);
  }, 120_000);

  it('answers the quiz, with every answer saved as it is given', async () => {
    const answerTo = await answersOf(course.quiz);
    await button(page, 'Start the quiz').click();
    const count = await answerPaper(page, answerTo);
    expect(count).toBe(8);
    await page.getByText(/^Saved \d/).waitFor();
    await eventually(async () => {
      const saved = await app.db.rows('SELECT 1 FROM responses');
      expect(saved).toHaveLength(count);
    });
    await look(page, '15-quiz', watch);
    await page.reload();
    expect(await page.locator('.question-jump .is-answered').count()).toBe(count);
    await button(page, 'Review and submit').click();
    await look(page, '16-quiz-review', watch);
    await button(page, 'Submit answers').click();
  });

  it('passes, and the course is complete', async () => {
    expect(await page.locator('.result-word').innerText()).toContain('Passed');
    expect(await page.locator('.result-score').innerText()).toBe('100%');
    await look(page, '17-quiz-result', watch);
  });

  it('receives a certificate', async () => {
    await link(page, 'My certificates').click();
    await eventually(async () => {
      await page.reload();
      expect(await page.locator('.tabular').count()).toBe(1);
    });
    certificate = await page.locator('.tabular').innerText();
    await look(page, '18-certificates', watch);
  });

  describe('a stranger', () => {
    let stranger: Page;
    beforeAll(async () => {
      stranger = await visit(phone);
    });

    it('verifies the certificate by its number', async () => {
      await stranger.goto(new URL('/verify', app.url).href);
      await look(stranger, '19-verify', watch);
      await stranger.getByLabel('Certificate number').fill(certificate.toLowerCase());
      await button(stranger, 'Verify').click();
      expect(await stranger.locator('.status-band').innerText()).toContain('Valid');
      expect(await stranger.locator('.certificate').innerText()).toContain(learner.name);
      await look(stranger, '20-verified', watch);
    });

    it('downloads the PDF and the signed credential', async () => {
      const pdf = await downloaded(stranger, 'Certificate as PDF');
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      const credential = JSON.parse((await downloaded(stranger, 'Signed credential')).toString());
      expect(credential.type).toContain('OpenBadgeCredential');
      expect(JSON.stringify(credential.proof)).toContain('eddsa-rdfc-2022');
    });
  });

  describe('the accountant at a desk', () => {
    it('finds the payment by a filter and takes it away as CSV', async () => {
      const accountant = await visit(desk);
      await signIn(accountant, app.url, demo('accountant'));
      await accountant.waitForURL('**/books');
      await accountant.getByRole('navigation', { name: 'Books' }).getByRole('link', { name: 'Payments' }).click();
      await accountant.getByLabel('Status').selectOption('paid');
      await accountant.getByLabel('Name, e-mail, order or Stripe id').fill(learner.email);
      await button(accountant, 'Apply').click();
      expect(await accountant.locator('table').innerText()).toMatch(new RegExp(`${order}[^]*\\$449\\.00`));
      await look(accountant, '21-payments', watch);
      const csv = (await downloaded(accountant, 'CSV')).toString();
      expect(csv.split('\n').filter((line) => line.includes(order))).toHaveLength(1);
      expect(csv).toContain(',449.00,USD');
      await accountant.context().close();
    });
  });

  describe('the admin at a desk', () => {
    let admin: Page;
    beforeAll(async () => {
      admin = await visit(desk);
    });

    it('sees the day, the bundles and the people', async () => {
      await signIn(admin, app.url, demo('admin'));
      await admin.waitForURL('**/admin');
      await look(admin, '22-today', watch);
      await link(admin, 'Bundles').first().click();
      await look(admin, '23-bundles', watch);
      await link(admin, bundle.title).click();
      await look(admin, '24-bundle-composer', watch);
      await link(admin, 'People').first().click();
      await look(admin, '25-people', watch);
      await link(admin, learner.name).click();
      await look(admin, '26-person', watch);
    });

    it('composes another bundle, schedules an offer on it and sees the page as it will be', async () => {
      await admin.goto(new URL('/admin/bundles/new', app.url).href);
      await look(admin, '27-new-bundle', watch);
      await admin.getByLabel('Title').fill('Two first courses');
      await admin.getByLabel('Address').fill('two-first-courses');
      await admin.getByLabel('Summary').fill('Foundations and the upper face together.');
      await admin.getByLabel('Text of the page').fill('## What is in it\n\nThe two courses to begin with.');
      await admin.getByLabel('Foundations').check();
      await admin.getByLabel('Upper face').check();
      await admin.getByLabel('List price').fill('300');
      await button(admin, 'Create draft').click();
      await button(admin, 'Publish').click();
      await link(admin, 'Set prices and offers').click();
      await admin.getByLabel('Name').fill('Winter offer');
      await admin.getByLabel('Price in USD', { exact: true }).fill('240');
      await admin.getByLabel('Starts').fill('2030-12-01T09:00');
      await admin.getByLabel('Ends').fill('2030-12-08T09:00');
      await button(admin, 'Schedule offer').click();
      expect(await admin.locator('#offers table').innerText()).toMatch(/Winter offer[^]*next[^]*\$240\.00/);
      await look(admin, '28-offer-scheduled', watch);
      await link(admin, 'Preview').click();
      await admin.getByLabel('At another instant').fill('2030-12-02T09:00');
      await button(admin, 'Show').click();
      expect(await admin.locator('.buy-box .price-now').innerText()).toContain('$240.00');
      await look(admin, '29-preview', watch);
    });

    it('revokes the certificate, and who verifies it sees that at once', async () => {
      await admin.goto(new URL('/admin/certificates', app.url).href);
      await look(admin, '30-admin-certificates', watch);
      await link(admin, 'Revoke').click();
      await look(admin, '31-revocation', watch);
      await admin.getByLabel('Reason').fill('Issued to the wrong person.');
      await button(admin, 'Revoke this certificate').click();
      await look(admin, '32-revoked', watch);
      const stranger = await visit(desk);
      await stranger.goto(new URL(`/verify/${certificate}`, app.url).href);
      expect(await stranger.locator('.status-band').innerText()).toContain('Revoked');
      await look(stranger, '33-verified-revoked', watch);
    });
  });
});

async function downloaded(page: Page, name: string): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), link(page, name).first().click()]);
  return readFileSync(await file.path());
}
