import type { Browser, BrowserContext, Page } from 'playwright-core';
import { CourseQueries } from '../../src/courses/index.js';
import { GrantAccess } from '../../src/enrollment/index.js';
import { newId } from '../../src/shared/index.js';
import { EnsurePerson } from '../../src/users/index.js';
import { openBrowser } from '../support/browser.js';
import { eventually, testApp, type TestApp } from '../support/index.js';
import { desk, look, phone } from './look.js';
import { demo, link, signIn } from './steps.js';
import { Watch } from './watch.js';

// Studying in a real browser: on two devices, by keyboard, on a phone.
let app: TestApp;
let browser: Browser;
let watch: Watch;
const course = 'foundations';
const lesson = 'facial-layers';
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  [app, browser] = await Promise.all([testApp({ PROCESS: 'web' }), openBrowser()]);
  watch = new Watch([new URL(app.url).origin]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await app?.close();
});
afterEach(() => Promise.all(contexts.splice(0).map((context) => context.close())));

/** Somebody who studies the course, and their devices. */
async function learner(): Promise<{ personId: string; device: (options?: object) => Promise<Page> }> {
  const email = `ada-${newId()}@example.test`;
  const { password } = demo('learner');
  const personId = await app.get(EnsurePerson).execute({ name: 'Ada Reader', email, roles: ['learner'], password });
  const courseIds = [(await app.get(CourseQueries).idsBySlug([course])).get(course)!];
  await app.db.transaction((tx) =>
    app.get(GrantAccess).grant(tx, { personId, sourceKind: 'test', sourceId: personId, courseIds }),
  );
  const device = async (options: object = {}) => {
    const context = await browser.newContext({ baseURL: app.url, viewport: desk, locale: 'en-US', ...options });
    context.setDefaultTimeout(8_000);
    contexts.push(context);
    const page = await context.newPage();
    await signIn(page, app.url, { email, password });
    await page.waitForURL('**/learning');
    return page;
  };
  return { personId, device };
}

const placeOf = (personId: string) =>
  app.db.row<{ block: string; device: string }>(
    `SELECT block, device FROM lesson_places p JOIN enrollments e ON e.id = p.enrollment_id
     WHERE e.person_id = $1 ORDER BY saved_at DESC LIMIT 1`,
    [personId],
  );
const topOf = (page: Page, block: string) =>
  page.evaluate<number>(`document.getElementById('${block}').getBoundingClientRect().top`);
/** As somebody who reads: the block comes below the bar. */
const readTo = async (page: Page, block: string) => {
  await page.waitForTimeout(500);
  await page.evaluate(`scrollTo(0, document.getElementById('${block}').getBoundingClientRect().top + scrollY - 60)`);
};

it('one goes on at the paragraph where one stopped, on another device', async () => {
  const { personId, device } = await learner();
  const first = await device();
  await first.goto(`/learn/${course}/${lesson}`);
  await readTo(first, 'b-5');
  await first.waitForTimeout(100);
  await first.goto('/learning');
  await eventually(async () => expect((await placeOf(personId))?.block).toBe('b-5'));
  await first.goto('/learning');
  await first.getByText('You stopped in: ').waitFor();

  const second = await device({ viewport: phone, hasTouch: true, isMobile: true });
  await link(second, /^Continue/)
    .first()
    .click();
  await second.waitForURL(`**/learn/${course}/${lesson}#b-5`);
  await eventually(async () => expect(Math.abs((await topOf(second, 'b-5')) - 64)).toBeLessThan(20));
  await readTo(second, 'b-8');
  await eventually(async () => expect((await placeOf(personId))?.block).toBe('b-8'), 15_000);

  await first.goto(`/learn/${course}/${lesson}`);
  await link(first, /^Continue where you were on your other device/).waitFor();
  watch.over(first.context());
  await look(first, '95-place', watch);
  await link(first, /^Continue where you were on your other device/).click();
  await eventually(async () => expect(await topOf(first, 'b-8')).toBeLessThan(120));
  expect(watch.take()).toEqual([]);
});

it('a page that waits on one device learns that another read further', async () => {
  const { personId, device } = await learner();
  const first = await device();
  await first.goto(`/learn/${course}/${lesson}`);
  const second = await device();
  await second.goto(`/learn/${course}/${lesson}`);
  await readTo(second, 'b-6');
  await eventually(async () => expect((await placeOf(personId))?.block).toBe('b-6'), 15_000);
  await first.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
  await link(first, 'Continue where you were on your other device').click();
  await eventually(async () => expect(await topOf(first, 'b-6')).toBeLessThan(120));
});

it('without script the way back is a link to the paragraph', async () => {
  const { device } = await learner();
  const withScript = await device();
  await withScript.goto(`/learn/${course}/${lesson}`);
  await readTo(withScript, 'b-5');
  await withScript.goto('/learning');
  const page = await device({ javaScriptEnabled: false });
  await page.goto(`/learn/${course}/${lesson}`);
  expect(await link(page, /^Continue where you were/).getAttribute('href')).toBe('#b-5');
});
