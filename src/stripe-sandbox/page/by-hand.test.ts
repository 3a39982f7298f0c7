import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import type Stripe from 'stripe';
import { openBrowser } from '../../../test/support/browser.js';
import { aCourse, type Harness, startHarness } from '../testing/harness.js';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

describe('the payment page in a browser without a script of ours', () => {
  let harness: Harness;
  let browser: Browser;
  beforeAll(async () => {
    [harness, browser] = await Promise.all([startHarness(), openBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await harness.close();
  });

  const open = (terms: Partial<Stripe.Checkout.SessionCreateParams> = {}) =>
    harness.stripe.checkout.sessions.create(aCourse(terms));
  const faultsOf = async (page: Page) => {
    const found: string[] = [];
    for (const width of [390, 1280])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        await page.evaluate(axe);
        found.push(...(await page.evaluate<string[]>('axe.run().then((r) => r.violations.map((v) => v.id))')));
        if (await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')) found.push('too wide');
      }
    return found;
  };

  it('takes address, tax and a chosen card by keyboard alone', async () => {
    const page = await browser.newPage();
    page.setDefaultTimeout(5_000);
    harness.shop.answer = 202;
    const session = await open({
      automatic_tax: { enabled: true },
      tax_id_collection: { enabled: true },
      success_url: `${new URL(harness.shop.url).origin}/thanks?session={CHECKOUT_SESSION_ID}`,
    });
    await page.goto(session.url!);
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await page.getByLabel('E-mail').focus();
    await page.keyboard.type('nora@example.test');
    await press('Tab');
    await page.keyboard.type('United States');
    await press('Tab', 'Tab');
    await page.keyboard.type('94105');
    await press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.title()).toContain('Error: Your address');
    expect(await page.evaluate('document.activeElement.textContent')).toContain('Choose your state.');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel('State').focus();
    await page.keyboard.type('California');
    await press('Tab', 'Enter');
    await page.getByText('Step 2 of 2').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel('Type a test card').focus();
    expect(await page.getByLabel('Card number').isVisible()).toBe(true);
    await press('ArrowDown');
    expect(await page.getByLabel('Card number').isVisible()).toBe(false);
    await press('Enter');
    await page.waitForURL('**/thanks?session=*');
    expect(await harness.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      payment_status: 'paid',
      amount_total: 26_705,
    });
    await page.close();
  });

  it('says at the card why a chosen one was declined, and reads well on every other page', async () => {
    const page = await browser.newPage();
    const session = await open();
    await page.goto(session.url!);
    await page.getByLabel('E-mail').fill('nora@example.test');
    await page.getByLabel('Insufficient funds').check();
    await page.getByRole('button', { name: 'Pay $249.00' }).click();
    await page.getByRole('link', { name: 'Your card has insufficient funds.' }).click();
    expect(await page.evaluate('location.hash')).toBe('#testCard');
    expect(await page.getByLabel('Insufficient funds').isChecked()).toBe(true);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel('3-D Secure step').check();
    await page.getByRole('button', { name: 'Pay $249.00' }).click();
    await page.getByRole('heading', { name: 'Is this you?' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await harness.stripe.checkout.sessions.expire(session.id);
    await page.goto(session.url!);
    await page.getByRole('heading', { name: 'This payment page has expired' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.close();
  });
});
