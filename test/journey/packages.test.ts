import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { course, filesOf, learnerOf, lesson, password, zipOf } from '../../src/packages/packages.example.js';
import { demoPassword } from '../../src/process/demo-people.js';
import { openBrowser } from '../support/browser.js';
import { type Client, eventually, testApp, type TestApp } from '../support/index.js';
import { desk, look, phone } from './look.js';
import { button, link, signIn } from './steps.js';
import { Watch } from './watch.js';

// Packages in a real browser, on their own address, under connections that break and on second devices.
let app: TestApp;
let browser: Browser;
let author: Client;
let watch: Watch;
const contexts: BrowserContext[] = [];
beforeAll(async () => {
  [app, browser] = await Promise.all([testApp(), openBrowser()]);
  author = await app.signIn('author');
  watch = new Watch([new URL(app.url).origin]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await app?.close();
});
afterEach(() => Promise.all(contexts.splice(0).map((context) => context.close())));

const address = () => new URL(`/learn/${course}/${lesson}/package`, app.url).href;

async function upload(version: '1.2' | '2004'): Promise<void> {
  const bytes = await zipOf({ ...filesOf({ version }), 'n.txt': `${Math.random()}` });
  const { status, text } = await author.raw('POST', `/api/author/packages?course=${course}&lesson=${lesson}`, bytes, {
    'content-type': 'application/octet-stream',
  });
  if (status !== 201) throw new Error(text);
}

async function device(email: string, options: object = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: desk, locale: 'en-US', ...options });
  context.setDefaultTimeout(8_000);
  contexts.push(context);
  const page = await context.newPage();
  await signIn(page, app.url, { email, password });
  await page.waitForURL('**/learning');
  return page;
}

const played = (page: Page): FrameLocator => page.frameLocator('.package-player iframe').frameLocator('iframe');
const said = (page: Page, words: string | RegExp) => page.locator('.package-saved', { hasText: words }).waitFor();
const turn = (page: Page) => played(page).getByRole('button', { name: 'Turn the page' }).click();
const shows = (page: Page, words: string) => played(page).getByText(words, { exact: true }).waitFor();
const stored = (personId: string) =>
  app.db.row<{ rev: number; data: Record<string, string>; score: number; seconds: number }>(
    `SELECT s.rev, s.data, s.score::float8 AS score, s.seconds FROM package_states s
     JOIN package_registrations r ON r.id = s.registration_id JOIN enrollments e ON e.id = r.enrollment_id
     WHERE e.person_id = $1 ORDER BY s.rev DESC LIMIT 1`,
    [personId],
  );

describe.each(['1.2', '2004'] as const)('a package of SCORM %s', (version) => {
  beforeAll(() => upload(version));

  it('is played from the lesson to its end, and completes it', async () => {
    const { email, personId, name } = await learnerOf(app);
    const page = await device(email);
    await page.goto(address().replace('/package', ''));
    await link(page, 'Open the package').first().click();
    await shows(page, name);
    await shows(page, 'Page 1');
    await turn(page);
    await shows(page, 'Commit says true');
    await said(page, /^Saved \d/);
    const ours = await page.evaluate('document.cookie');
    expect(ours).toBe('');
    watch.over(page.context());
    await look(page, `90-package-${version}`, watch);
    await played(page).getByRole('button', { name: 'Finish' }).click();
    await said(page, /^Finished. Saved/);
    expect(await stored(personId)).toMatchObject({ score: 0.85, seconds: 90 });
    await link(page, 'Go on').click();
    await page.locator('.page-meta', { hasText: 'Done' }).waitFor();
    expect(watch.take().filter((fault) => !fault.includes('packages.localhost'))).toEqual([]);
  });

  it('goes on where it was left, on another device, on a phone', async () => {
    const { email } = await learnerOf(app);
    const first = await device(email);
    await first.goto(address());
    await shows(first, 'Nothing kept');
    await turn(first);
    await turn(first);
    await said(first, /^Saved \d/);
    await link(first, 'Save and leave').click();
    await first.waitForURL(`**/learn/${course}/${lesson}`);
    const second = await device(email, { viewport: phone, hasTouch: true, isMobile: true });
    await second.goto(address());
    await shows(second, 'Page 3');
    await shows(second, 'page 3 was seen');
  });

  it('keeps what it commits without a connection, and stores it on return', async () => {
    const { email, personId } = await learnerOf(app);
    const page = await device(email);
    await page.goto(address());
    await shows(page, 'Page 1');
    await page.context().setOffline(true);
    await turn(page);
    await said(page, 'Not saved yet, retrying');
    expect(await stored(personId)).toBeUndefined();
    await page.context().setOffline(false);
    await said(page, /^Saved \d/);
    expect((await stored(personId))?.data).toMatchObject({ 'cmi.suspend_data': 'page 2 was seen' });
  });

  it('keeps it when the page is closed before it could be stored', async () => {
    const { email, personId } = await learnerOf(app);
    const page = await device(email);
    await page.goto(address());
    await shows(page, 'Page 1');
    await page.route('**/state', (route) => route.abort());
    await turn(page);
    await said(page, 'Not saved yet, retrying');
    expect(await stored(personId)).toBeUndefined();
    const context = page.context();
    await page.close();
    const again = await context.newPage();
    await again.goto(address());
    await shows(again, 'Page 2');
    await eventually(async () => expect((await stored(personId))?.data['cmi.suspend_data']).toBe('page 2 was seen'));
  });

  it('was continued elsewhere meanwhile: both are there, and the learner says which', async () => {
    const { email, personId } = await learnerOf(app);
    const [first, second] = [await device(email), await device(email)];
    for (const page of [first, second]) {
      await page.goto(address());
      await shows(page, 'Page 1');
    }
    for (let page = 2; page <= 4; page += 1) await turn(first);
    const kept = async () => (await stored(personId))?.data['cmi.suspend_data'];
    await eventually(async () => expect(await kept()).toBe('page 4 was seen'));
    await turn(second);
    await said(second, 'Not saved: it was continued somewhere else.');
    await button(second, 'Take what this device has').click();
    await said(second, /^Saved \d/);
    expect(await kept()).toBe('page 2 was seen');
    await turn(first);
    await said(first, 'Not saved: it was continued');
    await button(first, 'Go on from there').click();
    await shows(first, 'Page 2');
  });
});

it('a package that commits without end is stored once a second, and its page stays well', async () => {
  const loop = `setInterval(() => { api.LMSSetValue('cmi.suspend_data', String(Math.random())); api.LMSCommit(''); }, 10);`;
  const files = filesOf();
  const bytes = await zipOf({ ...files, 'sco/sco.js': `${files['sco/sco.js']}${loop}` });
  await author.raw('POST', `/api/author/packages?course=${course}&lesson=${lesson}`, bytes, {
    'content-type': 'application/octet-stream',
  });
  const { email, personId } = await learnerOf(app);
  const page = await device(email);
  await page.goto(address());
  await shows(page, 'Page 1');
  const from = performance.now();
  await eventually(async () => expect((await stored(personId))!.rev).toBeGreaterThan(2), 20_000);
  const { rev } = (await stored(personId))!;
  expect(rev).toBeLessThan((performance.now() - from) / 1_000 + 4);
});

it('an author uploads a package, and is told what is wrong with another', async () => {
  const context = await browser.newContext({ viewport: desk, locale: 'en-US' });
  contexts.push(context);
  watch.over(context);
  const page = await context.newPage();
  await signIn(page, app.url, {
    email: 'author@demo.glabella.test',
    password: demoPassword,
  });
  await page.goto(new URL('/author/packages', app.url).href);
  const send = async (files: Record<string, string>) => {
    await page.getByLabel('Lesson', { exact: true }).selectOption(`${course}/muscles-of-expression`);
    await page
      .getByLabel('Package', { exact: true })
      .setInputFiles({ name: 'p.zip', mimeType: 'application/zip', buffer: await zipOf(files) });
    await button(page, 'Upload').click();
  };
  await send({ 'imsmanifest.xml': filesOf()['imsmanifest.xml']! });
  await page.getByText('imsmanifest.xml, line 11').first().waitFor();
  await look(page, '91-packages-refused', watch);
  await send(filesOf());
  await page.getByRole('heading', { level: 1, name: 'Sharps and storage' }).waitFor();
  await look(page, '92-package', watch);
  expect(watch.take().filter((fault) => !fault.includes('status of 422'))).toEqual([]);
});
