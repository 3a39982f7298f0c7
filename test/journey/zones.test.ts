import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { parse } from 'yaml';
import { pictureId, type PictureFile } from '../../src/questions/index.js';
import { putUses } from '../../src/questions/bank/question-uses.js';
import { PutPictures } from '../../src/questions/pictures/put-pictures.js';
import { course, exampleQuiz, importQuiz, quiz } from '../../src/quizzes/quizzes.example.js';
import { openBrowser } from '../support/browser.js';
import { demoPassword } from '../../src/process/demo-people.js';
import { type Client, testApp, type TestApp } from '../support/index.js';
import { look } from './look.js';
import { Watch } from './watch.js';

// Areas are drawn by mouse, by touch and by keys alone; without script their corners are typed.
let app: TestApp;
let browser: Browser;
let context: BrowserContext;
let watch: Watch;
let author: Client;
const drawing: PictureFile = {
  mediaType: 'image/svg+xml',
  bytes: readFileSync('content/drawings/upper-face-muscles.svg'),
};
const example = (name: string) => ({
  ...(parse(readFileSync(`src/questions/maps/examples/${name}.yaml`, 'utf8')) as object),
  picture: { id: pictureId(drawing.bytes), alt: 'The upper face with its muscles.', width: 800, height: 760 },
});
const ordering = {
  ...{ id: 'in-order', type: 'ordering', topic: 't', text: 'Put these in order.', feedback: 'F', source: 'S' },
  items: [
    { id: 'a', text: 'First' },
    { id: 'b', text: 'Second' },
    { id: 'c', text: 'Third' },
  ],
};

beforeAll(async () => {
  [app, browser] = await Promise.all([testApp(), openBrowser()]);
  await app.db.transaction((tx) => app.get(PutPictures).put(tx, [drawing]));
  author = await app.signIn('author');
  await author.form('/bank', { slug: 'drawn', title: 'Drawn pool', language: 'en' });
  for (const question of [example('face-map'), example('hotspot'), ordering]) {
    const saved = await author.post('/api/bank/pools/drawn/questions', { question });
    if (saved.status !== 201) throw new Error(saved.text);
  }
}, 60_000);
afterEach(async () => {
  expect(watch.take()).toEqual([]);
  await context.close();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  watch = new Watch([new URL(app.url).origin]);
  context = watch.over(await browser.newContext({ baseURL: app.url, locale: 'en-US', ...options }));
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill('author@demo.glabella.test');
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByLabel('Password').press('Enter');
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  await page.goto(path);
  return page;
}

const hotspot = '/bank/drawn/questions/find-the-corrugators';
const faceMap = (parse(readFileSync('src/questions/maps/examples/face-map.yaml', 'utf8')) as { id: string }).id;
const stage = (page: Page) => page.getByRole('application');
const live = (page: Page) => page.locator('zone-map [aria-live]').textContent();
const corners = async (page: Page, list: string, row: number) =>
  JSON.parse((await page.locator(`[name="question.${list}.${row}.polygon"]`).inputValue()) || '[]') as number[][];
const near = (percent: number) => expect.closeTo(percent * 10_000, -4);

/** Where so many percent of the picture are, on the screen. */
async function spot(page: Page, x: number, y: number): Promise<{ x: number; y: number }> {
  await stage(page).scrollIntoViewIfNeeded();
  const box = (await page.locator('zone-map .map-layer').boundingBox())!;
  return { x: Math.round(box.x + (box.width * x) / 100), y: Math.round(box.y + (box.height * y) / 100) };
}

async function stored(slug: string): Promise<{ zones: { polygon: number[][] }[] }> {
  const { body } = await author.get(`/api/bank/pools/drawn/questions/${slug}`);
  return body.versions[0].question;
}

describe('areas of a question', () => {
  it('are drawn with the mouse: a click sets a corner, the first one closes, dragging moves', async () => {
    const page = await open(`${hotspot}/edit`);
    const click = async (x: number, y: number) => {
      const at = await spot(page, x, y);
      await page.mouse.click(at.x, at.y);
    };
    expect(await page.locator('zone-map .map-zone').count()).toBe(2);
    await look(page, 'zones-hotspot', watch);
    await page.getByRole('button', { name: 'Draw anew' }).click();
    await click(20, 20);
    await click(40, 20);
    await click(40, 30);
    await click(20, 20);
    expect(await live(page)).toBe('A Corrugator supercilii, right is closed with 3 corners.');
    await click(20, 28);
    expect(await corners(page, 'zones', 0)).toEqual([
      [near(20), near(20)],
      [near(40), near(20)],
      [near(40), near(30)],
      [near(20), near(28)],
    ]);
    const [from, to] = [await spot(page, 40, 30), await spot(page, 44, 34)];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
    expect((await corners(page, 'zones', 0))[2]).toEqual([near(44), near(34)]);
    await page.getByRole('button', { name: 'Save draft' }).last().click();
    await page.waitForURL((url) => url.pathname === hotspot);
    expect((await stored('find-the-corrugators')).zones[0]!.polygon).toHaveLength(4);
  }, 60_000);

  it('are drawn by keys alone, and a corner goes by Delete', async () => {
    const page = await open(`${hotspot}/edit`);
    const { keyboard } = page;
    const press = async (...keys: string[]) => {
      for (const key of keys) await keyboard.press(key);
    };
    await page.getByLabel('Area that is drawn').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Draw anew' }).focus();
    await press('Enter', 'Tab', 'Enter', 'Tab');
    expect(await page.locator('zone-map.is-larger').count()).toBe(1);
    await press('Enter', 'Shift+ArrowRight', 'Enter', 'Shift+ArrowDown', 'Enter', 'Shift+ArrowLeft', 'Enter');
    expect(await live(page)).toBe('Corner 4 set at 50 % across, 55 % down.');
    await press('Shift+ArrowUp', 'Enter');
    expect(await live(page)).toBe('B Corrugator supercilii, left is closed with 4 corners.');
    await press('Enter', 'ArrowLeft', 'ArrowUp', 'Enter');
    expect(await live(page)).toBe('Corner 1 moved to 49 % across, 49 % down.');
    await press('Delete');
    expect(await corners(page, 'zones', 1)).toEqual([
      [550_000, 500_000],
      [550_000, 550_000],
      [500_000, 550_000],
    ]);
    await page
      .locator('[name="question.zones.1.polygon"]')
      .fill('[[600000, 600000], [700000, 600000], [700000, 700000]]');
    expect(await page.locator('.map-zone.is-active polygon').first().getAttribute('points')).toContain('700000,700000');
  }, 60_000);

  it('are drawn by touch, targets and danger zones told apart', async () => {
    const mobile = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 780 } };
    const page = await open(`/bank/drawn/questions/${faceMap}/edit`, mobile);
    await look(page, 'zones-face-map', watch);
    await page.getByLabel('Area that is drawn').selectOption({ index: 0 });
    await page.getByRole('button', { name: 'Draw anew' }).tap();
    for (const [x, y] of [
      [5, 5],
      [30, 5],
      [30, 25],
      [5, 5],
    ] as const) {
      const at = await spot(page, x, y);
      await page.touchscreen.tap(at.x, at.y);
    }
    expect(await corners(page, 'targets', 0)).toEqual([
      [near(5), near(5)],
      [near(30), near(5)],
      [near(30), near(25)],
    ]);
    await page.getByRole('button', { name: 'Remove corner' }).tap();
    expect(await corners(page, 'targets', 0)).toHaveLength(2);
    expect(await page.locator('.map-zone.is-danger').count()).toBeGreaterThan(0);
  }, 60_000);

  it('come from a picture that is sent with a new question, and can be typed without script', async () => {
    const page = await open('/bank/drawn/new?type=hotspot', { javaScriptEnabled: false });
    await page.getByLabel('Send a picture').setInputFiles('test/fixtures/picture.png');
    await page.getByLabel('The picture in words').fill('A grey field.');
    await page.getByRole('button', { name: 'Show the picture' }).click();
    expect(await page.locator('.editor-picture').count()).toBe(1);
    expect(await page.locator('[name="question.zones.0.polygon"]').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Add an area' }).click();
    expect(await page.locator('[name="question.zones.2.polygon"]').isVisible()).toBe(true);
    expect(await page.getByLabel('The picture in words').inputValue()).toBe('A grey field.');
  }, 60_000);
});

describe('the blueprint desk', () => {
  it('shows what there is and takes a change, without script too', async () => {
    await importQuiz(app, exampleQuiz());
    const page = await open(`/bank/blueprints/${course}.${quiz}`, { javaScriptEnabled: true });
    await look(page, 'blueprint', watch);
    const first = page.getByRole('group', { name: 'Cell 1', exact: true });
    await first.getByLabel('Drawn').fill('9');
    await page.getByLabel('Reason').fill('More of them.');
    await page.getByRole('button', { name: 'Change blueprint' }).click();
    await first.getByText('Only 4 questions can be drawn here.').waitFor();
    expect(watch.take()).toEqual([expect.stringContaining('422')]);
    await look(page, 'blueprint-refused', watch);
    await first.getByLabel('Drawn').fill('2');
    await page.getByRole('button', { name: 'Change blueprint' }).click();
    await page.getByText('Changed here').waitFor();
  }, 60_000);

  it('leads to lists of the bank that say how often each question was drawn', async () => {
    const { id } = (await app.db.row<{ id: string }>(`SELECT id FROM questions WHERE slug = 'find-the-corrugators'`))!;
    const use = { questionId: id, quiz: `${course}.${quiz}`, title: 'Example quiz', drawn: 30, papers: 40, cap: 50 };
    await app.db.transaction((tx) => putUses(tx, [use]));
    const page = await open('/bank/drawn');
    await look(page, 'bank-list', watch);
    await page.goto(hotspot);
    await page.getByText('50%, exceeded').waitFor();
  }, 60_000);
});

describe('the preview of the bank', () => {
  it('is answered on the picture, and marked', async () => {
    const page = await open(hotspot);
    const map = page.locator('fieldset[data-type=hotspot], fieldset.question').first();
    await map.getByRole('application').click({ position: { x: 60, y: 60 } });
    expect(await map.locator('.map-marker').count()).toBe(1);
    await page.getByRole('button', { name: 'Mark this answer' }).click();
    await page.getByText('This answer earns').waitFor();
    await look(page, 'preview-hotspot', watch);
    await page.goto(`/bank/drawn/questions/${faceMap}`);
    await page
      .getByRole('application')
      .first()
      .click({ position: { x: 90, y: 90 } });
    expect(await page.locator('.map-list .map-row').count()).toBe(1);
    await page.goto('/bank/drawn/questions/in-order');
    const items = page.locator('question-ordering li');
    const last = await items.last().textContent();
    await page.getByRole('button', { name: /up/i }).last().click();
    expect(await items.nth(1).textContent()).toBe(last);
    await page.getByRole('button', { name: 'Mark this answer' }).click();
    await page.getByText('This answer earns').waitFor();
    await look(page, 'preview-ordering', watch);
  }, 60_000);
});
