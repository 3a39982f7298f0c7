import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Practice, signed } from '../fixtures/practice.js';
import { openBrowser } from '../support/browser.js';
import { eventually, testApp, type TestApp } from '../support/index.js';
import { look, phone } from './look.js';
import { button, signIn } from './steps.js';
import { Watch } from './watch.js';
import { demoPassword } from '../../src/process/demo-people.js';

// A preceptor at the chairside with a phone, with network and without. What counts is what the server has.
let app: TestApp;
let browser: Browser;
let practice: Practice;
let context: BrowserContext;
let watch: Watch;

beforeAll(async () => {
  [app, browser] = await Promise.all([testApp(), openBrowser()]);
  practice = new Practice(app);
}, 60_000);
afterEach(() => context?.close());
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

async function onPhone(email: string, path: string): Promise<Page> {
  watch = new Watch([new URL(app.url).origin]);
  context = watch.over(
    await browser.newContext({ baseURL: app.url, viewport: phone, hasTouch: true, timezoneId: 'Europe/Dublin' }),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  await signIn(page, app.url, { email, password: demoPassword });
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  await page.goto(path);
  return page;
}

const card = (page: Page, { entry }: { entry: string }) => page.locator(`[data-entry="${entry}"]`);
const rate = (page: Page, about: { entry: string }, rating: number) =>
  card(page, about)
    .locator('.practice-rating')
    .nth(rating - 1)
    .tap();
const sign = (page: Page, about: { entry: string }) =>
  card(page, about).getByRole('button', { name: /sign$/ }).first().tap();
const decisions = (entry: string) =>
  app.db.rows<{ decision: string; rating: number | null }>(
    'SELECT decision, rating FROM sign_offs WHERE entry_id = $1',
    [entry],
  );

describe('a preceptor with a phone', () => {
  it('signs with two taps, and the page says so', async () => {
    const { learner, preceptor } = await practice.pair();
    const about = await practice.entry(learner.client);
    const page = await onPhone(preceptor.email, '/preceptor');
    await look(page, 'sign-offs', watch);
    await rate(page, about, 4);
    await sign(page, about);
    await card(page, about).getByText('Signed.', { exact: true }).waitFor();
    expect(await decisions(about.entry)).toEqual([{ decision: 'signed', rating: 4 }]);
    expect(watch.take()).toEqual([]);
  });

  it('decides a day without network; all of it is sent on return, and what was overtaken is shown beside what stands', async () => {
    const { learner, preceptor } = await practice.pair();
    const second = await practice.person('preceptor');
    await practice.authority(second.email);
    await practice.assign(second.email, learner.email);
    const [plain, no, overtaken, amended] = [
      await practice.entry(learner.client),
      await practice.entry(learner.client),
      await practice.entry(learner.client),
      await practice.entry(learner.client),
    ];
    const page = await onPhone(preceptor.email, '/preceptor');
    await context.setOffline(true);
    for (const about of [plain, overtaken, amended]) {
      await rate(page, about, 3);
      await sign(page, about);
      await card(page, about).getByText('Kept on this device.').waitFor();
    }
    await card(page, no).getByText('Do not sign, or give a code').tap();
    await card(page, no).getByLabel('Why not?').fill('Too deep.');
    await card(page, no).getByRole('button', { name: 'Do not sign' }).tap();
    await page.getByText('4 decisions wait on this device').waitFor();
    expect(await decisions(plain.entry)).toEqual([]);
    await second.client.post('/api/preceptor/decisions', signed(overtaken));
    await learner.client.post(`/api/logbook/${amended.entry}/amendments`, {
      ...practice.content({ lot: 'NEW-7' }),
      why: 'Misread lot.',
    });
    watch.take();
    await context.setOffline(false);
    await eventually(async () => {
      expect(await decisions(plain.entry)).toEqual([{ decision: 'signed', rating: 3 }]);
      expect(await decisions(no.entry)).toEqual([{ decision: 'refused', rating: null }]);
    });
    const conflicts = page.locator('.practice-conflict');
    await eventually(async () => expect(await conflicts.count()).toBe(2));
    const words = (await conflicts.allTextContents()).join();
    for (const said of [
      'signed already',
      'The learner changed this entry',
      'You signed, with 3',
      'lot C1234-C5',
      'lot NEW-7',
      'Decided by Someone',
    ])
      expect(words).toContain(said);
    await look(page, 'sign-offs-conflicts', watch);
    // Nothing is lost by a reload; removed only by who read it.
    await page.reload();
    await eventually(async () => expect(await conflicts.count()).toBe(2));
    await button(page, /remove mine/)
      .first()
      .tap();
    await eventually(async () => expect(await conflicts.count()).toBe(1));
    expect(await decisions(amended.entry)).toEqual([]);
    expect(watch.take().filter((fault) => !/409/.test(fault))).toEqual([]);
  });
});

describe('the page of a preceptor without network', () => {
  const copies = (page: Page) => page.evaluate('caches.keys().then((names) => names.length)');
  const isKept = (page: Page) =>
    eventually(async () => expect(await page.evaluate(`caches.match('/preceptor').then(Boolean)`)).toBe(true));
  const claimed = (page: Page) => page.evaluate('navigator.serviceWorker.ready.then(() => true)');

  it('opens anew as a copy that says so, takes decisions, and sends them on return, once each', async () => {
    const { learner, preceptor } = await practice.pair();
    const about = await practice.entry(learner.client);
    const page = await onPhone(preceptor.email, '/preceptor');
    await claimed(page);
    await isKept(page);
    await context.setOffline(true);
    await page.goto('/preceptor');
    await page.getByText('No network: this is a copy from').waitFor();
    await look(page, 'sign-offs-copy', watch);
    await rate(page, about, 5);
    await sign(page, about);
    await card(page, about).getByText('Kept on this device.').waitFor();
    await page.reload();
    await card(page, about).getByText('Kept on this device.').waitFor();
    expect(await decisions(about.entry)).toEqual([]);
    watch.take();
    await context.setOffline(false);
    await eventually(async () => expect(await decisions(about.entry)).toEqual([{ decision: 'signed', rating: 5 }]));
    await page.goto('/preceptor');
    expect(await page.getByText('this is a copy').count()).toBe(0);
  });

  it('leaves no copy behind when its person signs out, nor when their session has ended', async () => {
    const { preceptor } = await practice.pair();
    const page = await onPhone(preceptor.email, '/preceptor');
    await claimed(page);
    await isKept(page);
    await app.db.rows(
      `UPDATE sessions SET ended_at = now() WHERE person_id = (SELECT id FROM people WHERE email = $1)`,
      [preceptor.email],
    );
    await page.goto('/preceptor');
    await page.waitForURL(/sign-in/);
    await eventually(async () => expect(await copies(page)).toBe(0));
    await signIn(page, app.url, { email: preceptor.email, password: demoPassword });
    await page.waitForURL((url) => url.pathname !== '/sign-in');
    await page.goto('/preceptor');
    await isKept(page);
    await page.evaluate(`document.querySelector('form[action="/sign-out"]').requestSubmit()`);
    await page.waitForURL((url) => url.pathname !== '/preceptor');
    expect(await copies(page)).toBe(0);
    watch.take();
  });
});

describe('a learner with a phone', () => {
  it('writes a procedure down, and has it signed with a code', async () => {
    const { learner, preceptor } = await practice.pair();
    const page = await onPhone(learner.email, '/logbook');
    await page.getByRole('link', { name: /Glabellar lines/ }).tap();
    await eventually(async () => expect(await page.locator('[name=zone]').inputValue()).toBe('Europe/Dublin'));
    await page.getByLabel('Day of the procedure').fill(await practice.day());
    await page.locator('[name=place]').fill('Harbour Clinic');
    await page.getByLabel('Age of the patient').selectOption('35–44');
    await page.locator('[name=indication]').fill('Dynamic lines');
    await page.locator('[name=product]').fill('Botox');
    await page.locator('[name=lot]').fill('C1');
    await page.getByRole('application').tap({ position: { x: 120, y: 120 } });
    await page.getByLabel('Point 1: Units').fill('4');
    await page.getByLabel('Point 1: Depth').selectOption({ label: 'Into the muscle (intramuscular)' });
    await page.locator('[name=complications]').fill('None seen');
    await look(page, 'logbook-entry-form', watch);
    await button(page, 'Save the entry').tap();
    await page.getByText('Have it signed here').waitFor();
    await look(page, 'logbook-entry', watch);
    const entry = new URL(page.url()).pathname.split('/').at(-1)!;
    const { body } = await preceptor.client.post(`/api/preceptor/entries/${entry}/codes`);
    await page.getByLabel('Code of the preceptor').fill(body.code as string);
    await button(page, 'Sign with the code').tap();
    await page.getByText('As it was signed').waitFor();
    expect(await decisions(entry)).toEqual([{ decision: 'signed', rating: null }]);
    await page.goto('/logbook');
    await look(page, 'logbook', watch);
    expect(watch.take()).toEqual([]);
  });
});

describe('an admin at a desk', () => {
  it('sees authority, learners and ratings', async () => {
    await practice.pair();
    const page = await onPhone('admin@demo.glabella.test', '/admin/preceptors');
    await look(page, 'preceptors', watch);
    await page.goto('/admin/preceptors/severity');
    await look(page, 'preceptors-severity', watch);
    expect(watch.take()).toEqual([]);
  });
});
