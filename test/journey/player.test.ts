import type { Browser, BrowserContext, Page } from 'playwright-core';
import { course, exampleQuiz, importQuiz, newLearner, password, quiz } from '../../src/quizzes/quizzes.example.js';
import { openBrowser } from '../support/browser.js';
import { type Client, eventually, testApp, type TestApp } from '../support/index.js';
import { desk, look, phone } from './look.js';
import { button, heading, link, signIn } from './steps.js';
import { Watch } from './watch.js';

// What the page of an attempt does by itself: connections that break, second windows, proctors, and fingers.
const address = `/learn/${course}/quiz/${quiz}`;
const questions = [
  ...[1, 2].map((number) => ({
    ...{ id: `storage-${number}`, topic: 'storage', type: 'trueFalse', text: `Statement ${number}: is it so?` },
    ...{ answer: true, feedback: 'It is.', source: 'A source' },
  })),
  {
    ...{ id: 'a-visit', topic: 'visit', type: 'vignette', source: 'A source' },
    text: 'A woman of 41 returns two weeks after treatment.\n\nHer left lid has dropped by 2 mm.',
    parts: [
      {
        id: 'what',
        type: 'trueFalse',
        text: 'Is it a ptosis of the lid?',
        answer: true,
        feedback: 'It is.',
        source: 'A source',
      },
      {
        id: 'how-much',
        type: 'numeric',
        text: 'By how many millimeters?',
        answer: '2',
        feedback: 'As told.',
        source: 'A source',
      },
    ],
  },
];

let app: TestApp;
let browser: Browser;
let examiner: Client;
let watch: Watch;
beforeAll(async () => {
  [app, browser] = await Promise.all([testApp(), openBrowser()]);
  watch = new Watch([new URL(app.url).origin]);
  examiner = await app.signIn('examiner');
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

const contexts: BrowserContext[] = [];
afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
});

async function device(email: string, options: object = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: desk, locale: 'en-US', ...options });
  context.setDefaultTimeout(8_000);
  contexts.push(context);
  const page = await context.newPage();
  await signIn(page, app.url, { email, password });
  await page.waitForURL('**/learning');
  return page;
}

async function sitting(changes: object = {}, options: object = {}): Promise<{ page: Page; email: string; id: string }> {
  await importQuiz(app, exampleQuiz({ questions, draw: 3, minutes: 20, ...changes }));
  const { email } = await newLearner(app);
  const page = await device(email, options);
  await page.goto(new URL(address, app.url).href);
  await button(page, /^Start the/).click();
  await page.locator('.quiz-moves').waitFor();
  return { page, email, id: new URL(page.url()).pathname.split('/').at(-1)! };
}

const saved = (page: Page, words: string | RegExp) => page.locator('.quiz-saved', { hasText: words }).waitFor();
const shown = (page: Page) => page.locator('.quiz-step:visible');
const responses = async (id: string) =>
  (
    await app.db.rows<{ response: object }>(
      'SELECT response FROM responses WHERE attempt_id = $1 AND NOT late AND response IS NOT NULL',
      [id],
    )
  ).map(({ response }) => response);
/** Moves to the step that asks this. */
async function to(page: Page, text: string | RegExp): Promise<void> {
  const step = page.locator('.quiz-step', { hasText: text }).first();
  const id = await step.locator('fieldset.question').first().getAttribute('id');
  await page.locator(`.question-jump a[href="#${id}"]`).first().click();
  await step.waitFor();
}

it('a paper is answered by touch on a phone, step by step, with a case and its questions together', async () => {
  const { page, id } = await sitting({}, { viewport: phone, hasTouch: true, isMobile: true });
  for (let step = 0; step < 3; step += 1) {
    for (const answer of await shown(page).getByText('True', { exact: true }).all()) await answer.tap();
    const number = shown(page).getByRole('textbox');
    if (await number.isVisible()) await number.fill('2');
    if (step < 2) await button(page, 'Next').tap();
  }
  await saved(page, /^Saved \d/);
  expect(await responses(id)).toHaveLength(4);
  await to(page, /returns two weeks/);
  expect(await shown(page).locator('fieldset.question').count()).toBe(2);
  await shown(page).getByRole('button', { name: /^Flag/ }).first().tap();
  await page.getByText('4 of 4 answered, 1 question flagged').waitFor();
  expect(await page.locator('.question-jump .is-flagged').innerText()).toContain('answered, flagged');
  watch.over(page.context());
  await look(page, '40-case', watch);
  await button(page, 'Review and submit').tap();
  await page.waitForURL('**/submission');
  expect(await page.locator('.paper-summary li', { hasText: 'Flagged' }).count()).toBe(1);
  await look(page, '41-paper-summary', watch);
  await button(page, 'Submit answers').tap();
  await page.waitForURL('**/result');
  expect(await page.locator('.result-word').innerText()).toContain('Passed');
  expect(watch.take()).toEqual([]);
});

it('answers given without a connection are kept, survive the page, and arrive on return', async () => {
  const { page, id } = await sitting();
  await to(page, 'Statement 1');
  await page.context().setOffline(true);
  await shown(page).getByLabel('True').check();
  await saved(page, 'Offline: kept on this device');
  await page.context().setOffline(false);
  await saved(page, /^Saved \d/);
  expect(await responses(id)).toEqual([{ value: true }]);
  await to(page, 'Statement 2');
  await page.context().setOffline(true);
  await shown(page).getByLabel('False').check();
  await page.reload().catch(() => undefined);
  await page.context().setOffline(false);
  await page.goto(new URL(`${address}/attempts/${id}`, app.url).href);
  // The page's last words may have reached the server on their own.
  await eventually(async () => expect(await responses(id)).toHaveLength(2));
  await to(page, 'Statement 2');
  expect(await shown(page).getByLabel('False').isChecked()).toBe(true);
});

it('an answer that the server cannot take or keeps failing on holds no other one back', async () => {
  const { page, id } = await sitting();
  const questionOf = async (text: string) => {
    const box = page.locator('.quiz-step', { hasText: text }).locator('fieldset.question').first();
    return (await box.getAttribute('data-question'))!;
  };
  const answers = async (text: string, status: number) => {
    await page.route(`**/responses/${await questionOf(text)}`, (route) =>
      route.fulfill({ status, contentType: 'application/json', body: JSON.stringify({ detail: 'Too large.' }) }),
    );
  };
  await answers('Statement 1', 500);
  await answers('Statement 2', 413);
  for (const text of ['Statement 1', 'Statement 2']) {
    await to(page, text);
    await shown(page).getByLabel('True').check();
  }
  await shown(page).getByText('Too large.').waitFor();
  await to(page, 'returns two weeks');
  await shown(page).getByLabel('True').check();
  await eventually(async () => expect(await responses(id)).toEqual([{ value: true }]));
  await saved(page, 'Not saved, retrying');
  await page.unrouteAll();
  await eventually(async () => expect(await responses(id)).toHaveLength(2), 10_000);
  expect(await shown(page).getByLabel('True').isDisabled()).toBe(false);
});

it('a text of the greatest length is saved in any script', async () => {
  const essay = {
    ...{ id: 'why', topic: 'why', type: 'essay', text: 'Why?', feedback: 'F', source: 'A source' },
    rubric: [{ id: 'whole', criterion: 'Complete', marks: 1 }],
  };
  const { page, id } = await sitting({ questions: [essay], draw: 1 });
  const text = 'ж€'.repeat(30_000);
  await page.getByRole('textbox').fill(text);
  await saved(page, /^Saved \d/);
  expect(await responses(id)).toEqual([{ text }]);
  // Without script too.
  await page.getByRole('textbox').fill(`${text.slice(1)}ж`);
  await button(page, 'Review and submit').click();
  await page.waitForURL('**/submission');
  expect(await responses(id)).toEqual([{ text: `${text.slice(1)}ж` }]);
});

it('a second device takes over, the first goes read-only, and both answers are shown before one replaces the other', async () => {
  const { page, email, id } = await sitting();
  await to(page, 'Statement 1');
  await page.context().setOffline(true);
  await shown(page).getByLabel('True').check();
  await saved(page, 'Offline');
  const other = await device(email);
  await other.goto(page.url());
  await to(other, 'Statement 1');
  await shown(other).getByLabel('False').check();
  await saved(other, /^Saved \d/);
  await page.context().setOffline(false);
  await page.getByText('This attempt was opened somewhere else').waitFor();
  expect(await shown(page).getByLabel('False').isDisabled()).toBe(true);
  await button(page, 'Go on here').click();
  await page.getByText('Saved there').waitFor();
  expect(await page.locator('.question-conflict').innerText()).toMatch(/Saved there.*: False. Here: True/);
  expect(await responses(id)).toEqual([{ value: false }]);
  await button(page, 'Keep the one here').click();
  await saved(page, /^Saved \d/);
  expect(await responses(id)).toEqual([{ value: true }]);
  await other.getByText('This attempt was opened somewhere else').waitFor();
});

it('the clock can be hidden; more time, a pause and the end by an examiner show within seconds', async () => {
  const { page, id } = await sitting();
  const act = async (body: object) => {
    const { status } = await examiner.post(`/api/examiners/attempts/${id}/actions`, { reason: 'Fire alarm', ...body });
    expect(status).toBeLessThan(300);
  };
  const clock = page.locator('.quiz-clock');
  expect(await clock.innerText()).toMatch(/^(20:00|19:5\d)$/);
  await button(page, 'Hide time').click();
  expect(await clock.isVisible()).toBe(false);
  await button(page, 'Show time').click();
  await act({ action: 'extend', minutes: 10 });
  await page.locator('.quiz-clock', { hasText: /^29:/ }).waitFor({ timeout: 5_000 });
  expect(await page.locator('.quiz-announcer').innerText()).toContain('You have more time');
  await act({ action: 'pause' });
  await page.getByText('Your examiner paused this attempt').waitFor({ timeout: 5_000 });
  expect(await page.locator('.question').count()).toBe(0);
  await look(page, '42-paused', watch);
  await act({ action: 'resume' });
  await page.locator('.quiz-moves').waitFor({ timeout: 5_000 });
  await act({ action: 'end' });
  await page.waitForURL('**/result', { timeout: 5_000 });
  expect(await page.getByText('Ended by an examiner').isVisible()).toBe(true);
  expect(watch.take()).toEqual([]);
});

it('practice tells at once what is right, and goes on where one was', async () => {
  const { page } = await sitting({
    ...{ kind: 'practice', attempts: undefined, minutes: undefined },
    review: { during: ['marks', 'answers', 'feedback'], after: ['score'] },
  });
  await to(page, 'Statement 2');
  await shown(page).getByRole('button', { name: 'Check this answer' }).click();
  await page.getByText('Answer the question first.').first().waitFor();
  await to(page, 'Statement 2');
  await shown(page).getByLabel('False').check();
  await shown(page).getByRole('button', { name: 'Check this answer' }).click();
  await page.locator('.question-checked').waitFor();
  expect(await shown(page).innerText()).toMatch(/Statement 2[^]*It is\./);
  await look(page, '43-checked', watch);
  await link(page, /^Leave/).click();
  expect(await heading(page)).toBe('Example quiz');
  await look(page, '44-intro', watch);
  expect(watch.take()).toEqual([]);
});
