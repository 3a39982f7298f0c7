import { existsSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type Stripe from 'stripe';
import { aCourse, type Harness, startHarness } from './testing/harness.js';

const run = promisify(execFile);
// Stripe publishes its program for this platform on npm; elsewhere these tests say that they are skipped.
const command = join(process.cwd(), 'node_modules/@stripe/cli-linux-x64/bin/stripe');
const whereItIs = existsSync(command) ? describe : describe.skip;

/** Each event, and how often all the triggers together cause it: the fixture of one may cause that of another first. */
const caused = {
  'checkout.session.completed': 3,
  'checkout.session.expired': 1,
  'checkout.session.async_payment_succeeded': 1,
  'checkout.session.async_payment_failed': 1,
  'charge.refunded': 2,
  'charge.refund.updated': 1,
  'charge.dispute.created': 2,
  'charge.dispute.closed': 1,
  'payout.created': 2,
  'payout.updated': 1,
  'payment_intent.succeeded': 9,
  'payment_intent.payment_failed': 2,
};

whereItIs('Stripe’s own command line', () => {
  let sandbox: Harness;
  let home: string;
  beforeAll(async () => {
    sandbox = await startHarness();
    home = await mkdtemp(join(tmpdir(), 'stripe-cli-'));
  });
  afterAll(async () => {
    await sandbox.close();
    await rm(home, { recursive: true, force: true });
  });

  async function trigger(event: string): Promise<string> {
    const own = join(home, event);
    const { stdout, stderr } = await run(
      command,
      ['trigger', event, '--api-base', sandbox.sandbox.url, '--api-key', 'sk_test_abc123'],
      { env: { PATH: process.env.PATH, HOME: own, XDG_CONFIG_HOME: own }, timeout: 60_000 },
    );
    return stdout + stderr;
  }

  it('triggers twelve events against the stand-in, and each is really emitted', async () => {
    const queue = Object.keys(caused);
    const said: Record<string, string> = {};
    const work = async () => {
      for (let event = queue.shift(); event; event = queue.shift()) said[event] = await trigger(event);
    };
    await Promise.all(Array.from({ length: 4 }, work));
    for (const [event, words] of Object.entries(said)) expect(`${event}: ${words}`).toContain('Trigger succeeded!');
    const rows = await sandbox.database.db.rows<{ type: string; times: number }>(
      `SELECT type, count(*)::int AS times FROM stripe_sandbox.events WHERE type = ANY ($1) GROUP BY type`,
      [Object.keys(caused)],
    );
    expect(Object.fromEntries(rows.map(({ type, times }) => [type, times]))).toEqual(caused);
  }, 120_000);

  describe('pays by a page without a browser', () => {
    const confirm = (session: string, terms: Record<string, string>) =>
      sandbox.stripe.rawRequest('POST', `/v1/payment_pages/${session}/confirm`, terms);

    it('what the card’s bank agrees to, once, and at the price that was expected', async () => {
      const { id } = await sandbox.stripe.checkout.sessions.create(aCourse());
      await expect(confirm(id, { payment_method: 'pm_card_chargeDeclined' })).rejects.toMatchObject({
        statusCode: 402,
        code: 'card_declined',
      });
      await expect(confirm(id, { payment_method: 'pm_card_visa', expected_amount: '1' })).rejects.toMatchObject({
        param: 'expected_amount',
      });
      const paid = (await confirm(id, { payment_method: 'pm_card_visa' })) as unknown as Stripe.Checkout.Session;
      expect(paid).toMatchObject({ status: 'complete', payment_status: 'paid' });
      await expect(confirm(id, { payment_method: 'pm_card_visa' })).rejects.toThrow('is complete');
      const charges = await sandbox.stripe.charges.list({ payment_intent: paid.payment_intent as string });
      expect(charges.data.map(({ status }) => status)).toEqual(['succeeded', 'failed']);
    });
  });

  it('names parameters as an older version does, which a request of this version may not', async () => {
    const ask = (headers: Record<string, string>) =>
      fetch(`${sandbox.sandbox.url}/v1/payment_intents`, {
        method: 'POST',
        headers: { Authorization: 'Bearer sk_test_x', ...headers },
        body: new URLSearchParams({ amount: '100', currency: 'usd', 'payment_method_types[]': 'card' }),
      });
    expect((await ask({})).status).toBe(200);
    expect((await ask({ 'Stripe-Version': '2026-10-28.endive' })).status).toBe(400);
  });
});
