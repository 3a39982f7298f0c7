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

const notesOf = (personId: string) =>
  app.db.rows<{ kind: string; quote: string; colour: string | null; text: string }>(
    `SELECT kind, quote, colour, text FROM study_notes n JOIN enrollments e ON e.id = n.enrollment_id
     WHERE e.person_id = $1 ORDER BY n.id`,
    [personId],
  );
/** Selects the first characters of a block, as a caret that is moved with shift held does. */
const select = (page: Page, block: string, length: number) =>
  page.evaluate<string>(`(() => {
    const walker = document.createTreeWalker(document.getElementById('${block}'), NodeFilter.SHOW_TEXT);
    const node = walker.nextNode();
    getSelection().setBaseAndExtent(node, 0, node, ${length});
    return getSelection().toString();
  })()`);
const highlighted = (page: Page, colour: string) =>
  page.evaluate<string[]>(`[...(CSS.highlights.get('note-${colour}') ?? [])].map(String)`);

it('by keyboard a passage is highlighted, noted, bookmarked, and the lesson turned', async () => {
  const { personId, device } = await learner();
  const page = await device();
  watch.over(page.context());
  await page.goto(`/learn/${course}/${lesson}`);
  const passage = await select(page, 'b-1', 40);
  await page.getByRole('toolbar', { name: 'The selected passage' }).waitFor();
  await page.keyboard.press('h');
  await page.getByText('Highlighted.').waitFor({ state: 'attached' });
  expect(await highlighted(page, 'yellow')).toEqual([passage.trim()]);
  await select(page, 'b-1', 60);
  await page.getByRole('toolbar').waitFor();
  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog', { name: 'A note on this passage' });
  await dialog.waitFor();
  await page.keyboard.type('Ask about h, n and p in the seminar');
  await look(page, '96-note-dialog', watch);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await eventually(async () => expect(await notesOf(personId)).toHaveLength(2));
  await page.keyboard.press('b');
  await page.getByText('Bookmarked.').waitFor({ state: 'attached' });
  expect(await notesOf(personId)).toMatchObject([
    { kind: 'highlight', quote: passage.trim(), colour: 'yellow' },
    { kind: 'note', text: 'Ask about h, n and p in the seminar' },
    { kind: 'bookmark' },
  ]);
  await page.reload();
  await eventually(async () => expect(await highlighted(page, 'yellow')).toEqual([passage.trim()]));
  await look(page, '97-lesson-notes', watch);
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await look(page, '98-keys', watch);
  await page.getByLabel('Use single keys').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await page.waitForTimeout(300);
  expect(page.url()).toContain(lesson);
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await page.getByLabel('Use single keys').check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('o');
  expect(await page.evaluate(`document.activeElement.getAttribute('aria-current')`)).toBe('page');
  const next = await page.locator('.neighbour-next').getAttribute('href');
  await page.keyboard.press('n');
  await page.waitForURL(`**${next}`);
  await page.keyboard.press('p');
  await page.waitForURL(`**/${lesson}`);
  expect(watch.take()).toEqual([]);
});

it('what was typed stays when it cannot be kept, and two windows see both texts', async () => {
  const { personId, device } = await learner();
  const page = await device();
  await page.goto(`/learn/${course}/${lesson}`);
  await select(page, 'b-1', 40);
  await page.getByRole('toolbar').waitFor();
  await page.getByRole('button', { name: 'Note', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Your note').fill('Written without a connection');
  await page.context().setOffline(true);
  await page.getByRole('dialog').getByRole('button', { name: 'Keep note' }).click();
  await page.getByText('What you typed is still here').waitFor();
  await page.context().setOffline(false);
  await page.getByRole('dialog').getByRole('button', { name: 'Keep note' }).click();
  await eventually(async () => expect(await notesOf(personId)).toHaveLength(1));

  await page.goto(`/learn/${course}/notes`);
  watch.over(page.context());
  await look(page, '99-notes', watch);
  await page.getByRole('link', { name: /^Change/ }).click();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByLabel('Your note').fill('From the other window');
  await other.getByRole('button', { name: 'Save' }).click();
  await other.waitForURL('**/notes#note-*');
  await page.getByLabel('Your note').fill('From this window');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('What is kept now').waitFor();
  expect(await page.getByRole('main').innerText()).toContain('From the other window');
  expect(await page.getByLabel('Your note').inputValue()).toBe('From this window');
  await look(page, '99-note-conflict', watch);
  await page.getByRole('button', { name: 'Keep what I typed' }).click();
  await page.waitForURL('**/notes#note-*');
  expect(await notesOf(personId)).toMatchObject([{ text: 'From this window' }]);
  // The browser tells of the refusal that was meant.
  expect(watch.take().filter((fault) => !/409/.test(fault))).toEqual([]);
});

it('without script a note is written by the form below the lesson, on a phone', async () => {
  const { personId, device } = await learner();
  const page = await device({ javaScriptEnabled: false, viewport: phone });
  await page.goto(`/learn/${course}/${lesson}`);
  await page.getByLabel('Your note on this lesson').fill('By hand');
  await page.getByRole('button', { name: 'Keep note' }).click();
  await page.waitForURL('**#note-*');
  expect(await notesOf(personId)).toMatchObject([{ kind: 'note', text: 'By hand', quote: null }]);
});
