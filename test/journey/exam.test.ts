import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { CourseQueries } from '../../src/courses/index.js';
import { GrantAccess } from '../../src/enrollment/index.js';
import { EnsurePerson } from '../../src/users/index.js';
import { openBrowser } from '../support/browser.js';
import { eventually, testApp, type TestApp } from '../support/index.js';
import { desk, look, phone } from './look.js';
import { button, signIn } from './steps.js';
import { Watch } from './watch.js';

// The shipped final exam, whole: by keys alone, and by touch with the network cut on the way.
const password = 'a-long-enough-passphrase-49';
const address = '/learn/certification-exam/quiz/final-exam';

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

async function candidate(email: string): Promise<void> {
  const personId = await app.get(EnsurePerson).execute({ name: 'A candidate', email, roles: ['learner'], password });
  const courseIds = [(await app.get(CourseQueries).idsBySlug(['certification-exam'])).get('certification-exam')!];
  await app.db.transaction((tx) =>
    app.get(GrantAccess).grant(tx, { personId, sourceKind: 'test', sourceId: email, courseIds }),
  );
}

async function begin(email: string, options: BrowserContextOptions): Promise<Page> {
  await candidate(email);
  const context = await browser.newContext({ locale: 'en-US', ...options });
  watch.over(context);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await signIn(page, app.url, { email, password });
  await page.waitForURL('**/learning');
  await page.goto(new URL(address, app.url).href);
  return page;
}

const answered = (page: Page) => page.locator('.question-map summary, .quiz-map summary').first().innerText();
const saved = async (email: string) =>
  (await app.db.row<{ n: number; of: number }>(
    `SELECT count(r.question_id) AS n, jsonb_array_length(a.paper) AS of FROM attempts a
     LEFT JOIN responses r ON r.attempt_id = a.id AND r.response IS NOT NULL AND NOT r.late
     JOIN people p ON p.id = a.person_id WHERE p.email = $1 GROUP BY a.id`,
    [email],
  ))!;

interface Focused {
  kind: 'pick' | 'write' | 'choose' | 'map' | 'order' | 'next' | 'review' | 'other';
  done: boolean;
}

/** What has the focus, as the one who tabs through the page needs to know it. */
const whatHasFocus = `(() => {
  const element = document.activeElement;
  const question = element.closest('fieldset[data-type]');
  const text = (element.textContent ?? '').trim();
  const kind = (kind, done = false) => ({ kind, done });
  if (element.name === 'move' && element.value === 'next') return kind('next');
  if (/^Review and submit/.test(text)) return kind('review');
  if (!question) return kind('other', true);
  if (['radio', 'checkbox'].includes(element.type)) return kind('pick', question.querySelector('input:checked') !== null);
  if (element.tagName === 'SELECT') return kind('choose', element.value !== '');
  if (['text', 'textarea'].includes(element.type)) return kind('write', element.value !== '');
  if (/order is right/i.test(text)) return kind('order');
  if (element.closest('.map-stage')) return kind('map', /"x"/.test(question.querySelector('input[name$=":json"]')?.value ?? ''));
  return kind('other', true);
})()`;
const focused = (page: Page): Promise<Focused> => page.evaluate(whatHasFocus);

async function byKeys(page: Page): Promise<void> {
  const { keyboard } = page;
  for (let press = 0; press < 4_000; press++) {
    await keyboard.press('Tab');
    const { kind, done } = await focused(page);
    if (kind === 'review') return void (await keyboard.press('Enter'));
    if (kind === 'next') await keyboard.press('Enter');
    else if (done) continue;
    else if (kind === 'pick') await keyboard.press('Space');
    else if (kind === 'write') await keyboard.type('4');
    else if (kind === 'choose') await keyboard.press('ArrowDown');
    else if (kind === 'order' || kind === 'map') await keyboard.press('Enter');
  }
  throw new Error('the end was never reached');
}

it('is taken whole by keys alone: every question answered, handed in, and its result shown', async () => {
  const email = 'keys@exam.test';
  const page = await begin(email, { viewport: desk });
  await button(page, /^Start the/).focus();
  await page.keyboard.press('Enter');
  await page.locator('.quiz-moves').waitFor();
  await look(page, '60-final-exam', watch);
  await byKeys(page);
  await page.waitForURL('**/submission');
  await eventually(async () => {
    const { n, of } = await saved(email);
    expect(n).toBe(of);
  });
  await look(page, '61-final-exam-summary', watch);
  for (let press = 0; press < 200; press++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`/Submit answers/.test(document.activeElement?.textContent ?? '')`)) break;
  }
  await page.keyboard.press('Enter');
  await page.waitForURL('**/result');
  expect(await page.locator('.result-word').innerText()).toMatch(/passed/i);
  expect(watch.take()).toEqual([]);
  await page.context().close();
}, 300_000);

it('is taken whole by touch on a phone while the network goes and comes back, and no answer is lost', async () => {
  const email = 'touch@exam.test';
  const page = await begin(email, { viewport: phone, hasTouch: true, isMobile: true });
  await button(page, /^Start the/).tap();
  await page.locator('.quiz-moves').waitFor();
  const next = page.locator('button[name=move][value=next]');
  for (let step = 1; ; step++) {
    if (step === 20) await page.context().setOffline(true);
    if (step === 32) {
      await page.locator('.quiz-saved', { hasText: 'Offline: kept on this device' }).waitFor();
      await page.context().setOffline(false);
    }
    await touchEverything(page);
    if (await next.isDisabled()) break;
    await next.tap();
  }
  await eventually(async () => {
    const { n, of } = await saved(email);
    expect(n).toBe(of);
  });
  expect(await answered(page)).toMatch(/(\d+) of \1 answered/);
  await button(page, 'Review and submit').tap();
  await page.waitForURL('**/submission');
  await button(page, 'Submit answers').tap();
  await page.waitForURL('**/result');
  expect(await page.locator('.result-word').innerText()).toMatch(/passed/i);
  await page.context().close();
}, 300_000);

async function touchEverything(page: Page): Promise<void> {
  for (const question of await page.locator('.quiz-step:visible fieldset[data-type]').all()) {
    const type = await question.getAttribute('data-type');
    if (type === 'single' || type === 'trueFalse' || type === 'multiple') await question.locator('label').first().tap();
    else if (type === 'hotspot' || type === 'faceMap') await question.locator('.map-stage').tap();
    else if (type === 'ordering') await question.getByRole('button', { name: /order is right/ }).tap();
    else {
      for (const field of await question.locator('input[type=text]:visible, textarea:visible').all())
        await field.fill('4');
      for (const list of await question.locator('select:visible').all()) await list.selectOption({ index: 1 });
    }
  }
}
