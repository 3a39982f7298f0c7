import { SettleOrder, SweepOrders } from '../../src/checkout/index.js';
import { testApp, type TestApp } from '../support/index.js';
import { bundle, Buyers, settledOnce } from './buyers.js';
import { rounds } from './rounds.js';

// A time-out takes our ten seconds three times, so it has its own, rarer place.
const strikes = [429, 500, 'reset', 'truncated'].flatMap((status) =>
  [false, true].map((after) => ({ status, after, times: 1 })),
);
const words = ({ status, after }: { status: unknown; after: boolean }) =>
  `${String(status)} ${after ? 'after' : 'before'} it did what was asked`;

describe('a Stripe that fails', () => {
  let app: TestApp;
  let buyers: Buyers;

  beforeAll(async () => {
    app = await testApp();
    buyers = new Buyers(app);
    await buyers.stripe.webhooks('drop');
  }, 120_000);
  afterAll(() => app.close());

  const sessionsOf = async (number: string) =>
    (
      await app.db.rows(
        `SELECT id FROM stripe_sandbox.objects WHERE kind = 'checkout.session' AND body #>> '{metadata,order_number}' = $1`,
        [number],
      )
    ).length;

  it.each(strikes.map((strike) => [words(strike), strike]))(
    'makes one session and one payment all the same: %s',
    async (_words, strike) => {
      for (let round = 0; round < rounds(1, 20); round += 1) {
        const buyer = await buyers.someone();
        const key = { 'idempotency-key': `again-${round}-${words(strike)}` };
        const ask = () => buyer.post<{ number: string }>('/api/orders', { items: [{ product: bundle }] }, key);
        await buyers.stripe.fault({ path: '/v1/checkout/sessions', method: 'POST', ...strike });
        const first = await ask();
        expect([201, 503]).toContain(first.status);
        const { number } = (first.status === 201 ? first : await ask()).body;
        expect(await sessionsOf(number)).toBe(1);
        const session = await buyers.sessionOf(number);
        await buyers.stripe.pay(session);
        await buyers.stripe.fault({ path: `/v1/checkout/sessions/${session}`, method: 'GET', ...strike });
        await app
          .get(SettleOrder)
          .execute(session)
          .catch(() => app.get(SettleOrder).execute(session));
        expect(await buyers.effects(number)).toEqual(settledOnce);
      }
    },
    120_000,
  );

  it('is told to the buyer as "nothing was charged, try again", and the order can still be paid', async () => {
    const buyer = await buyers.someone();
    await buyers.stripe.fault({ path: '/v1/checkout/sessions', method: 'POST', status: 500, times: 3 });
    const answer = await buyer.post<{ code: string; detail: string }>('/api/orders', { items: [{ product: bundle }] });
    expect(answer.status).toBe(503);
    expect(answer.body).toMatchObject({ code: 'payment_unavailable' });
    const again = await buyer.post<{ checkoutUrl: string }>('/api/orders', { items: [{ product: bundle }] });
    expect(again.body.checkoutUrl).toContain('/c/pay/');
  });

  it('that is silent for the time of one request delays the sweep of one order, not of the others', async () => {
    const [slow, quick] = [await buyers.paidButUnsettled(), await buyers.paidButUnsettled()];
    await app.db.rows(`UPDATE orders SET created_at = now() - interval '5 minutes' WHERE number = ANY($1)`, [
      [slow.number, quick.number],
    ]);
    await buyers.stripe.fault({
      path: `/v1/checkout/sessions/${slow.session}`,
      method: 'GET',
      status: 'truncated',
      times: 1,
    });
    await app.get(SweepOrders).execute();
    expect(await buyers.effects(quick.number)).toEqual(settledOnce);
    await app.get(SweepOrders).execute();
    expect(await buyers.effects(slow.number)).toEqual(settledOnce);
  }, 60_000);
});
