import type { Browser, Page } from 'playwright-core';
import { demoPassword } from '../../src/process/demo-people.js';
import { openBrowser } from '../support/browser.js';
import { eventually, testApp, type TestApp } from '../support/index.js';
import { type Answer, answersOf } from './answers.js';
import { Keyboard } from './keyboard.js';
import { desk } from './look.js';
import { bundle, card, course, heading, person } from './steps.js';

// The whole job without a pointing device. Each stop on the way must show that the focus is there.
let app: TestApp;
let browser: Browser;
const learner = person('Ines Duarte');
const sit = async (path: string): Promise<Keyboard> => {
  const page: Page = await browser.newPage({ viewport: desk, locale: 'en-US', reducedMotion: 'reduce' });
  page.setDefaultTimeout(8_000);
  await page.goto(new URL(path, app.url).href);
  return new Keyboard(page);
};

beforeAll(async () => {
  [app, browser] = await Promise.all([testApp(), openBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

describe('by keyboard alone', () => {
  let keys: Keyboard;
  let certificate: string;
  beforeAll(async () => {
    keys = await sit('/');
  });

  it('a visitor comes to the bundle, past the navigation by the skip link', async () => {
    await keys.follow('Catalogue');
    await keys.skip();
    await keys.follow(bundle.title);
    expect(await heading(keys.page)).toBe(bundle.title);
  });

  it('creates an account, opens the mail and confirms', async () => {
    await keys.skip();
    await keys.follow('Enroll');
    await keys.skip();
    await keys.fill('Full name', learner.name);
    await keys.fill('E-mail', learner.email);
    await keys.fill('Password', learner.password);
    await keys.enter();
    await keys.skip();
    await keys.follow('Open the demo mailbox');
    await keys.skip();
    await keys.follow('Confirm your e-mail address');
    await keys.skip();
    await keys.follow(/\/confirm\//);
    await keys.skip();
    await keys.follow('This is me: confirm');
  });

  it('pays', async () => {
    await keys.skip();
    await keys.follow('Continue to pay $449.00');
    await keys.fill('Card number', card.number);
    await keys.fill(/^Expiry/, card.expiry);
    await keys.fill('CVC', card.cvc);
    await keys.fill('Name on card', learner.name);
    await keys.follow(/^Pay \$449/);
    expect(await heading(keys.page)).toBe(`Thank you, ${learner.name}`);
  });

  it('reads every lesson, going back from the end of the page to its button', async () => {
    await keys.skip();
    await keys.follow('Start learning');
    await keys.skip();
    await keys.follow(new RegExp(`^Start ${course.title}$`));
    while (!new URL(keys.page.url()).pathname.includes('/quiz/')) {
      await keys.follow('Complete and continue', 'Shift+Tab');
    }
  });

  it('answers the quiz with arrows, space and digits', async () => {
    const answerTo = await answersOf(course.quiz);
    await keys.skip();
    await keys.follow('Start the quiz');
    const questions = await keys.page.locator('.question-text').allInnerTexts();
    for (const [at, question] of questions.entries()) {
      if (at > 0) await keys.press('Alt+n');
      await answer(keys, question, answerTo(question));
    }
    await keys.press('Alt+m');
    await keys.page.getByText('8 of 8 answered, 1 question flagged').waitFor();
    await keys.page.getByText(/^Saved \d/).waitFor();
    await keys.follow('Review and submit');
    await keys.skip();
    await keys.follow('Submit answers');
    expect(await keys.page.locator('.result-word').innerText()).toContain('Passed');
  });

  it('comes to the certificate', async () => {
    await keys.skip();
    await keys.follow('My certificates');
    await eventually(async () => {
      await keys.page.reload();
      expect(await keys.page.locator('.tabular').count()).toBe(1);
    });
    certificate = await keys.page.locator('.tabular').innerText();
    await keys.to(learner.name);
    await keys.press('Enter');
    await keys.to('Orders');
    await keys.press('Escape');
    expect(await keys.page.getByRole('link', { name: 'Orders' }).isVisible()).toBe(false);
  });

  it('a stranger verifies it', async () => {
    const stranger = await sit('/verify');
    await stranger.skip();
    await stranger.fill('Certificate number', certificate);
    await stranger.enter();
    expect(await stranger.page.locator('.status-band').innerText()).toContain('Valid');
    await stranger.skip();
    await stranger.to('Certificate as PDF');
    await stranger.page.close();
  });

  it('the accountant filters the payments', async () => {
    const accountant = await signedIn('accountant');
    await accountant.skip();
    await accountant.to('Payments');
    await accountant.enter();
    await accountant.skip();
    await accountant.to('Status');
    await accountant.type('Paid');
    await accountant.fill('Name, e-mail, order or Stripe id', learner.email);
    await accountant.enter();
    expect(new URL(accountant.page.url()).searchParams.get('status')).toBe('paid');
    expect(await accountant.page.locator('tbody tr').count()).toBe(1);
    await accountant.skip();
    await accountant.to('CSV');
    await accountant.page.close();
  });

  it('the admin sets a list price and revokes the certificate', async () => {
    const admin = await signedIn('admin');
    await admin.follow('Bundles');
    await admin.skip();
    await admin.follow(bundle.title);
    await admin.skip();
    await admin.follow('Set prices and offers');
    await admin.skip();
    await admin.fill('List price in USD', '649');
    await admin.to(/^Holds from/);
    await admin.type('12012030');
    await admin.press('Tab');
    await admin.type('0900AM');
    await admin.fill('Reason', 'A new year');
    await admin.enter();
    expect(await admin.page.locator('#prices table').innerText()).toMatch(/1 December 2030, 09:00 UTC[^]*\$649\.00/);
    await admin.follow('Certificates');
    await admin.skip();
    await admin.follow('Revoke');
    await admin.skip();
    await admin.fill('Reason', 'Issued to the wrong person.');
    await admin.follow('Revoke this certificate');
    expect(await heading(admin.page)).toBe('Revoked certificate');
  });
});

async function signedIn(account: string): Promise<Keyboard> {
  const keys = await sit('/sign-in');
  await keys.skip();
  await keys.fill('E-mail', `${account}@demo.glabella.test`);
  await keys.fill('Password', demoPassword);
  await keys.enter();
  return keys;
}

/** Tab comes to a group of radio buttons once, arrows choose in it; space ticks one box of many. */
async function answer(keys: Keyboard, question: string, right: Answer): Promise<void> {
  let stop = await keys.to((each) => each.question === question);
  if ('number' in right) return keys.overwrite(right.number);
  const wanted = new Set('value' in right ? [right.value ? 'True' : 'False'] : right.texts);
  while (wanted.size > 0 && stop.question === question) {
    if (wanted.delete(stop.name)) await (stop.checked ? undefined : keys.press('Space'));
    else stop = await keys.press(stop.type === 'radio' ? 'ArrowDown' : 'Tab');
  }
}
