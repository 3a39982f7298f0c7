import type { Browser, Page } from 'playwright-core';
import { Sales } from '../fixtures/sales.js';
import { openBrowser } from '../support/browser.js';
import { testApp, type TestApp } from '../support/index.js';
import { ReconcilePayment } from '../../src/checkout/index.js';
import { desk, look } from './look.js';
import { bundle, demo, signIn } from './steps.js';
import { Watch } from './watch.js';

// The shop as buyers and staff see it before, during and after a sale, on phone and desk, by day and by night.
let app: TestApp;
let browser: Browser;
let watch: Watch;
let sales: Sales;

beforeAll(async () => {
  [app, browser] = await Promise.all([testApp({ PROCESS: 'web' }), openBrowser()]);
  watch = new Watch([new URL(app.url).origin, new URL(app.sandboxUrl).origin]);
  sales = new Sales(app);
  await sales.stripe.webhooks('drop');
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await app?.close();
});
afterEach(() => expect(watch.take()).toEqual([]));

async function visit(account?: string): Promise<Page> {
  const context = await browser.newContext({ viewport: desk, locale: 'en-US' });
  context.setDefaultTimeout(8_000);
  const page = await watch.over(context).newPage();
  if (account) await signIn(page, app.url, demo(account));
  return page;
}
const see = async (page: Page, path: string, name: string) => {
  await page.goto(new URL(path, app.url).href);
  await look(page, name, watch);
};
const idOf = async (account: string) =>
  (await app.db.row<{ id: string }>('SELECT id FROM people WHERE email = $1', [demo(account).email]))!.id;

/** Time cannot be moved, so the demo's offer is: with the triggers off, as only a test may. */
const moveOffer = (during: string) =>
  app.db.transaction(async (tx) => {
    await tx.rows('SET LOCAL session_replication_role = replica');
    await tx.execute(`UPDATE offers SET during = ${during}`);
  });

const whole = (instant: string) => `date_trunc('milliseconds', ${instant})`;

it('the bundle before, during and after its offer, and for somebody who owns a part of it', async () => {
  const visitor = await visit();
  await see(visitor, `/bundles/${bundle.slug}`, '50-bundle-during-offer');
  expect(await visitor.locator('main').innerText()).toMatch(/\$449\.00[\s\S]*UTC/);
  await sales.sold(['upper-face'], await idOf('learner2'));
  const owner = await visit('learner2');
  await see(owner, `/bundles/${bundle.slug}`, '51-bundle-with-owned-course');
  expect(await owner.locator('main').innerText()).toContain('Upper face');
  await moveOffer(`tstzrange(${whole(`now() + interval '2 days'`)}, ${whole(`now() + interval '9 days'`)})`);
  await see(visitor, `/bundles/${bundle.slug}`, '52-bundle-before-offer');
  await moveOffer(`tstzrange(${whole(`now() - interval '9 days'`)}, ${whole(`now() - interval '2 days'`)})`);
  await see(visitor, `/bundles/${bundle.slug}`, '53-bundle-after-offer');
  expect(await visitor.locator('main').innerText()).toContain('$599.00');
  await moveOffer(`tstzrange(${whole(`now() - interval '2 days'`)}, ${whole(`now() + interval '9 days'`)})`);
  await Promise.all([visitor, owner].map((page) => page.context().close()));
}, 120_000);

it('checkout, the receipt with its promise, and the refund before it is asked for', async () => {
  const page = await visit('learner');
  await see(page, `/checkout?product=${bundle.slug}`, '54-checkout');
  const sale = await sales.sold([bundle.slug], await idOf('learner'));
  await see(page, `/orders/${sale.number}`, '55-receipt-with-promise');
  await see(page, `/orders/${sale.number}/refund`, '56-refund-quote');
  await page.getByRole('radio').first().check();
  await page.getByLabel('Why do you want your money back?').fill('I change my field.');
  await page.getByRole('button', { name: 'Ask for the refund' }).click();
  await page.getByText('You asked for this refund').waitFor();
  await look(page, '57-refund-asked', watch);
  await page.context().close();
}, 120_000);

it("the admin's desk: today, composer, scheduler, refunds, disputes, an order's story", async () => {
  const disputed = await sales.sold(['foundations']);
  await sales.stripe.dispute(disputed.charge);
  await app.get(ReconcilePayment).execute(disputed.paymentIntent);
  const page = await visit('admin');
  await see(page, '/admin', '60-today');
  await see(page, `/admin/bundles/${bundle.slug}`, '61-composer');
  await see(page, `/admin/bundles/${bundle.slug}/preview`, '62-preview');
  await see(page, '/admin/offers', '63-scheduler');
  await see(page, '/admin/refunds', '64-refunds');
  await page.getByRole('link', { name: /^GL-/ }).first().click();
  await look(page, '65-refund-request', watch);
  expect(await page.locator('main').innerText()).toContain(
    'Removes access for 1 learner to 6 courses, refunds $449.00.',
  );
  await page.getByRole('button', { name: 'Refund $449.00' }).click();
  await page.getByText('This request was approved').waitFor();
  await page.getByRole('link', { name: "The order's story" }).click();
  await look(page, '66-order-story', watch);
  await see(page, '/admin/disputes', '67-disputes');
  await page.getByRole('link', { name: /^GL-/ }).first().click();
  await look(page, '68-dispute-evidence', watch);
  await see(page, '/admin/orders', '69-orders-desk');
  await page.context().close();
}, 180_000);
