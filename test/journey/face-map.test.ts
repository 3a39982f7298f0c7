import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { parse } from 'yaml';
import { pictureId, type PictureFile } from '../../src/questions/index.js';
import { PutPictures } from '../../src/questions/pictures/put-pictures.js';
import { course, exampleQuiz, importQuiz, newLearner, password, quiz } from '../../src/quizzes/quizzes.example.js';
import { openBrowser } from '../support/browser.js';
import { eventually, testApp, type TestApp } from '../support/index.js';
import { look } from './look.js';
import { Watch } from './watch.js';

// Each way alone must do: keys, touch, mouse. What counts is what the server has.
let app: TestApp;
let browser: Browser;
let context: BrowserContext;
let watch: Watch;
const drawing: PictureFile = {
  mediaType: 'image/svg+xml',
  bytes: readFileSync('content/drawings/upper-face-muscles.svg'),
};
const example = (name: string) => ({
  ...(parse(readFileSync(`src/questions/maps/examples/${name}.yaml`, 'utf8')) as object),
  picture: { id: pictureId(drawing.bytes), alt: 'The upper face with its muscles.', width: 800, height: 760 },
});

beforeAll(async () => {
  [app, browser] = await Promise.all([testApp(), openBrowser()]);
  await app.db.transaction((tx) => app.get(PutPictures).put(tx, [drawing]));
  const questions = [example('face-map'), example('hotspot')];
  await importQuiz(app, exampleQuiz({ draw: 2, passPercent: 10, questions }));
}, 60_000);
afterEach(async () => {
  expect(watch.take()).toEqual([]);
  await context.close();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

async function begin(options: BrowserContextOptions = {}): Promise<Page> {
  watch = new Watch([new URL(app.url).origin]);
  context = watch.over(await browser.newContext({ baseURL: app.url, locale: 'en-US', ...options }));
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill((await newLearner(app)).email);
  await page.getByLabel('Password').fill(password);
  await page.getByLabel('Password').press('Enter');
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  await page.goto(`/learn/${course}/quiz/${quiz}`);
  await page.getByRole('button', { name: /Start/ }).click();
  await page.locator('quiz-player').waitFor();
  return page;
}

/** One question is shown at a time; they are drawn in any order. */
async function show(page: Page, type: string): Promise<void> {
  await page.locator('.quiz-moves').waitFor();
  const question = page.locator(`fieldset[data-type=${type}]`);
  if (await question.isVisible()) return;
  await page.locator('.quiz-moves button:enabled').first().click();
  await question.waitFor();
}

const map = (page: Page) => page.locator('fieldset[data-type=faceMap]');
const stage = (page: Page) => map(page).getByRole('application');
const live = (page: Page) => map(page).locator('face-map [aria-live]');

async function saved(type: string): Promise<{ x: number; y: number; units?: string }[] | undefined> {
  const row = await app.db.row<{ response: { points: { x: number; y: number }[] } | null }>(
    `SELECT r.response FROM responses r JOIN attempts a ON a.id = r.attempt_id,
       jsonb_array_elements(a.paper) q
     WHERE q ->> 'id' = r.question_id::text AND q ->> 'type' = $1 ORDER BY a.started_at DESC LIMIT 1`,
    [type],
  );
  return row?.response?.points;
}
const eventuallySaved = (type: string, points: unknown) =>
  eventually(async () => {
    expect(await saved(type)).toEqual(points);
  });

/** Where so many percent of the picture are, on the screen. */
async function spot(page: Page, x: number, y: number): Promise<{ x: number; y: number }> {
  await stage(page).scrollIntoViewIfNeeded();
  const box = (await map(page).locator('.map-layer').boundingBox())!;
  return { x: Math.round(box.x + (box.width * x) / 100), y: Math.round(box.y + (box.height * y) / 100) };
}
const near = (percent: number) => expect.closeTo(percent * 10_000, -4);

describe('a face map', () => {
  it('is answered by keys alone: cross, Enter, fields of the list, Delete', async () => {
    const page = await begin();
    const { keyboard } = page;
    await show(page, 'faceMap');
    await stage(page).focus();
    for (let step = 0; step < 2; step += 1) await keyboard.press('Shift+ArrowDown');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    expect(await live(page).textContent()).toBe('Point 1 placed at 50 % across, 61 % down.');
    for (let step = 0; step < 4; step += 1) await keyboard.press('Shift+ArrowLeft');
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    expect(await live(page).textContent()).toBe('Point 2 taken up.');
    await keyboard.press('Shift+ArrowUp');
    await keyboard.press('Enter');
    expect(await live(page).textContent()).toBe('Point 2 moved to 30 % across, 56 % down.');
    await keyboard.press('Shift+ArrowRight');
    await keyboard.press('Enter');
    await keyboard.press('Delete');
    expect(await live(page).textContent()).toBe('Point 3 removed, 2 left.');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.type('4');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.type('Into the muscle');
    await eventuallySaved('faceMap', [
      { x: 500_000, y: 610_000, units: '4', depth: expect.any(String) },
      { x: 300_000, y: 560_000 },
    ]);
    await page.reload();
    await show(page, 'faceMap');
    expect(await map(page).locator('.map-marker').count()).toBe(2);
    expect(await map(page).getByLabel('Point 1: Units').inputValue()).toBe('4');
    await look(page, 'face-map', watch);
  }, 60_000);

  it('is answered by touch: a tap places, a tap takes up, the next one puts down', async () => {
    const page = await begin({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 780 } });
    await show(page, 'faceMap');
    const tap = async (x: number, y: number) => {
      const at = await spot(page, x, y);
      await page.touchscreen.tap(at.x, at.y);
    };
    await tap(50, 60);
    await tap(20, 20);
    await eventuallySaved('faceMap', [
      { x: near(50), y: near(60) },
      { x: near(20), y: near(20) },
    ]);
    await tap(20, 20);
    await tap(70, 40);
    await eventuallySaved('faceMap', [
      { x: near(50), y: near(60) },
      { x: near(70), y: near(40) },
    ]);
    await map(page).getByRole('button', { name: 'Remove point 1' }).tap();
    await eventuallySaved('faceMap', [{ x: near(70), y: near(40) }]);
  }, 60_000);

  it('is answered by mouse: a click places, dragging moves; typed places move as well', async () => {
    const page = await begin();
    await show(page, 'faceMap');
    const click = async (x: number, y: number) => {
      const at = await spot(page, x, y);
      await page.mouse.click(at.x, at.y);
    };
    await click(50, 60);
    const [from, to] = [await spot(page, 50, 60), await spot(page, 40, 30)];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
    await eventuallySaved('faceMap', [{ x: near(40), y: near(30) }]);
    await map(page).getByLabel('Point 1: Across, %').fill('12.5');
    await eventuallySaved('faceMap', [{ x: 125_000, y: near(30) }]);
    await show(page, 'hotspot');
    await page.locator('fieldset[data-type=hotspot] .map-stage').click({ position: { x: 40, y: 40 } });
    await eventually(async () => expect(await saved('hotspot')).toHaveLength(1));
  }, 60_000);

  it('is answered without script, and shows afterwards what was placed and what is right', async () => {
    const page = await begin({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
    const row = map(page).getByRole('group', { name: 'Point 1' });
    await row.getByLabel('Across, %').fill('50');
    await row.getByLabel('Down, %').fill('61.05');
    await row.getByLabel('Units').fill('4,0');
    await page.getByRole('button', { name: 'Save and continue' }).click();
    expect(await map(page).locator('.question-error').textContent()).toContain('Point 1: Write a decimal point');
    expect(await row.getByLabel('Units').inputValue()).toBe('4,0');
    await row.getByLabel('Units').fill('4');
    await row.getByLabel('Product').selectOption({ label: 'OnabotulinumtoxinA, U' });
    await row.getByLabel('Depth').selectOption({ label: 'Into the muscle (intramuscular)' });
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await eventually(async () =>
      expect(await saved('faceMap')).toMatchObject([{ x: 500_000, y: 610_500, units: '4' }]),
    );
    await page.getByRole('button', { name: 'Review and submit' }).first().click();
    await page
      .getByRole('button', { name: /Submit/ })
      .first()
      .click();
    const review = page.locator('article', { hasText: 'Plan the treatment' });
    await review.waitFor();
    // The one refused form above.
    expect(watch.take()).toEqual([expect.stringContaining('422')]);
    expect(await page.locator('.map-zone.is-target').count()).toBe(7);
    expect(await page.locator('.map-zone.is-danger').count()).toBe(2);
    expect(await review.locator('.map-words').textContent()).toContain('50 % across, 61.1 % down');
    expect(await review.textContent()).toContain('Procerus: 4 U of OnabotulinumtoxinA.');
    const scripted = await browser.newContext({ storageState: await context.storageState() });
    const seen = await watch.over(scripted).newPage();
    await seen.goto(page.url());
    await look(seen, 'face-map-review', watch);
    await scripted.close();
  }, 60_000);
});
