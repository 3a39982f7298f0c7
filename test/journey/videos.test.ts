import type { Browser, BrowserContext, Page } from 'playwright-core';
import { address, importVideo, learnerOf, named, password } from '../fixtures/video-lesson.js';
import { openBrowser } from '../support/browser.js';
import { makeVideo } from '../support/make-video.js';
import { eventually, testApp, type TestApp } from '../support/index.js';
import { desk, look, phone } from './look.js';
import { signIn } from './steps.js';
import { Watch } from './watch.js';

// Videos of lessons in a real browser, by keyboard, on a phone and on a second device. The video is drawn by the test itself.
let app: TestApp;
let browser: Browser;
let watch: Watch;
let film: Buffer;
const contexts: BrowserContext[] = [];
beforeAll(async () => {
  [app, browser] = await Promise.all([testApp(), openBrowser()]);
  watch = new Watch([new URL(app.url).origin]);
  const draw = `context.fillStyle = '#0f6b6b'; context.fillRect(0, 0, width, height);
    context.fillStyle = '#fff'; context.font = '48px sans-serif'; context.fillText(at.toFixed(1) + ' s', 100, 110);`;
  film = await makeVideo(browser, app.url, { seconds: 20, draw });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await app?.close();
});
afterEach(() => Promise.all(contexts.splice(0).map((context) => context.close())));

const captions = `WEBVTT

00:00.000 --> 00:05.000
Draw up two and a half millilitres of saline

00:05.000 --> 00:10.000
Let it run down the wall of the vial

00:10.000 --> 00:20.000
Turn the vial, do not shake it
`;
const chapters = `WEBVTT

00:00.000 --> 00:05.000
Drawing up

00:05.000 --> 00:20.000
Mixing
`;

const teach = (more: string) =>
  importVideo(app, {
    video: `${named.replace('seconds: 6', 'seconds: 20')}\n${more}`,
    files: { 'videos/vial.webm': film, 'videos/vial.en.vtt': captions, 'videos/vial.chapters.vtt': chapters },
  });

async function device(email: string, options: object = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: desk, locale: 'en-US', ...options });
  context.setDefaultTimeout(10_000);
  contexts.push(context);
  const page = await context.newPage();
  await signIn(page, app.url, { email, password });
  await page.waitForURL('**/learning');
  return page;
}
const open = async (page: Page) => {
  await page.goto(new URL(address, app.url).href);
  await page.locator('lesson-video[data-ready]').waitFor();
  await until(page, 'readyState > 1');
};
const until = (page: Page, what: string) =>
  eventually(async () =>
    expect([what, await page.evaluate(`document.querySelector('video').${what}`)]).toEqual([what, true]),
  );
const at = (page: Page) => page.evaluate<number>(`document.querySelector('video').currentTime`);
const is = (page: Page, what: string) => page.evaluate<unknown>(`document.querySelector('video').${what}`);
const said = (page: Page, words: string | RegExp) => page.locator('.video-status', { hasText: words }).waitFor();
const place = async (personId: string) =>
  (await app.db.row<{ position: number; seen: string }>(
    `SELECT position, seen::text AS seen FROM video_watches w JOIN enrollments e ON e.id = w.enrollment_id
     WHERE e.person_id = $1`,
    [personId],
  ))!;

it('is watched by keyboard alone, with captions, chapters and a transcript that leads to its moments', async () => {
  await teach('');
  const { email } = await learnerOf(app);
  const page = await device(email);
  watch.over(page.context());
  await open(page);
  expect(await is(page, 'paused')).toBe(true);
  expect(await is(page, 'duration')).toBeCloseTo(20, 0);
  await page.keyboard.press('k');
  expect(await is(page, 'paused')).toBe(true);
  await page.locator('video').focus();
  await page.keyboard.press('k');
  await until(page, 'currentTime > 0.3');
  await page.keyboard.press('l');
  expect(await at(page)).toBeGreaterThan(10);
  await page.locator('.video-lines [aria-current]', { hasText: 'do not shake it' }).waitFor({ state: 'attached' });
  await page.keyboard.press('j');
  expect(await at(page)).toBeLessThan(10);
  await page.keyboard.press('m');
  expect(await is(page, 'muted')).toBe(true);
  expect(await is(page, 'textTracks[0].mode')).toBe('showing');
  await page.keyboard.press('c');
  await said(page, 'Captions are off.');
  await page.keyboard.press('c');
  await said(page, 'Captions are on.');
  await page.keyboard.press('k');
  expect(await is(page, 'paused')).toBe(true);
  await page.getByRole('button', { name: 'Mixing' }).focus();
  await page.keyboard.press('Enter');
  await until(page, 'currentTime >= 5');
  await page.locator('summary', { hasText: 'Transcript, English' }).focus();
  await page.keyboard.press('Enter');
  const search = page.getByLabel('Find in the transcript');
  await search.focus();
  await page.keyboard.type('mill');
  await page.locator('.video-found', { hasText: '1 line' }).waitFor();
  expect(await is(page, 'muted')).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await until(page, 'currentTime < 4');
  await page.locator('video').evaluate((video) => (video as unknown as { pause(): void }).pause());
  await search.fill('');
  await look(page, '95-video', watch);
  expect(watch.take()).toEqual([]);
});

it('goes on at the second where it was left, at the same speed, on a phone', async () => {
  const { email, personId } = await learnerOf(app);
  const first = await device(email);
  await open(first);
  await first.locator('.video-speed select').selectOption('1.5');
  await first.getByRole('button', { name: 'Mixing' }).click();
  await until(first, 'currentTime > 6.2');
  const left = await at(first);
  await first.goto(new URL('/learning', app.url).href);
  await eventually(async () => expect((await place(personId)).position).toBeGreaterThanOrEqual(left * 1000 - 100));
  const second = await device(email, { viewport: phone, hasTouch: true, isMobile: true });
  watch.over(second.context());
  await open(second);
  await said(second, 'Goes on at 0:0');
  expect(Math.abs((await at(second)) - (await place(personId)).position / 1000)).toBeLessThan(1);
  expect(await is(second, 'playbackRate')).toBe(1.5);
  expect(await is(second, 'paused')).toBe(true);
  await look(second, '96-video-phone', watch);
  expect(watch.take()).toEqual([]);
});

it('completes the lesson once enough of it was seen, and says so', async () => {
  await teach('watch: 10');
  const { email } = await learnerOf(app);
  const page = await device(email);
  await open(page);
  await page.getByText('Complete once you have seen 0:02 of the video above.').waitFor();
  await look(page, '97-video-threshold', watch);
  await page.locator('video').focus();
  await page.keyboard.press('k');
  await until(page, 'currentTime > 3');
  await page.keyboard.press('k');
  await said(page, 'The lesson is complete.');
  await page.getByRole('link', { name: 'Continue' }).click();
  await page.waitForURL(`**/learn/basics/**`);
});

it('where nothing may be left out, leads forward only as far as it was seen', async () => {
  await teach('skip: false');
  const { email, personId } = await learnerOf(app);
  const page = await device(email);
  await open(page);
  await page.locator('video').focus();
  await page.keyboard.press('k');
  await until(page, 'currentTime > 2');
  await page.keyboard.press('l');
  await said(page, /You can go forward as far as you have seen: 0:0\d\./);
  expect(await at(page)).toBeLessThan(5);
  await page.getByRole('button', { name: 'Mixing' }).click();
  expect(await at(page)).toBeLessThan(5);
  await page.locator('video').evaluate((video) => ((video as unknown as { currentTime: number }).currentTime = 0.5));
  await page.waitForTimeout(300);
  expect(await at(page)).toBeLessThan(2);
  await page.locator('video').evaluate((video) => (video as unknown as { pause(): void }).pause());
  await eventually(async () => expect((await place(personId)).seen).toMatch(/^\{\[0,\d{4}\)\}$/));
});

it('is text and a player of the browser where no script runs', async () => {
  await teach('watch: 50');
  const { email } = await learnerOf(app);
  const page = await device(email, { javaScriptEnabled: false });
  await page.goto(new URL(address, app.url).href);
  await page.locator('summary', { hasText: 'Transcript, English' }).click();
  await page.getByText('Let it run down the wall of the vial').waitFor();
  expect(await page.content()).toContain('What you see is counted by a script');
  expect(await page.locator('.video-controls').isVisible()).toBe(false);
});
