import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { testApp, type TestApp } from '../support/index.js';
import { answersOf } from './answers.js';
import {
  answerPaper,
  bundle,
  button,
  course,
  followMail,
  heading,
  link,
  openConfirmationMail,
  openMailbox,
  payByCard,
  person,
  readLessons,
  signUp,
} from './steps.js';

// Everything is a page, a link or a form: scripts only make it quicker.
let app: TestApp;
let browser: Browser;
let page: Page;
const learner = person('Amina Diallo');

beforeAll(async () => {
  [app, browser] = await Promise.all([testApp(), openBrowser()]);
  page = await browser.newPage({ javaScriptEnabled: false });
  page.setDefaultTimeout(8_000);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

describe('without any script', () => {
  it('a visitor signs up and buys the bundle', async () => {
    await page.goto(new URL(`/bundles/${bundle.slug}`, app.url).href);
    await page.getByRole('main').getByRole('link', { name: 'Enroll' }).click();
    await signUp(page, learner);
    await openMailbox(page);
    await openConfirmationMail(page);
    await followMail(page);
    await button(page, 'This is me: confirm').click();
    await button(page, /^Continue to pay/).click();
    await payByCard(page, learner);
    expect(await heading(page)).toBe(`Thank you, ${learner.name}`);
    await page.getByRole('link', { name: 'Start learning' }).click();
  });

  it('a learner studies, saves the answers by hand and passes the quiz', async () => {
    await link(page, `Start ${course.title}`).click();
    await readLessons(page);
    await button(page, 'Start the quiz').click();
    const count = await answerPaper(page, await answersOf(course.quiz));
    await button(page, 'Save and continue').click();
    await page.getByText(`${count} of ${count} answered`).waitFor();
    await button(page, 'Review and submit').click();
    await button(page, 'Submit answers').click();
    expect(await page.locator('.result-word').innerText()).toContain('Passed');
  });
});
