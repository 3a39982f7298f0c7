import { eventually, testApp, type TestApp } from '../support/index.js';
import { bundle, Buyers, settledOnce } from './buyers.js';
import { rounds } from './rounds.js';

describe('database connections that are cut at random', () => {
  let app: TestApp;
  let buyers: Buyers;

  beforeAll(async () => {
    app = await testApp();
    buyers = new Buyers(app);
    await buyers.stripe.webhooks('deliver');
  }, 120_000);
  afterAll(() => app.close());

  const cutAll = () =>
    app.db
      .rows(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      )
      .catch(() => undefined);

  /** Tries again as a browser's person does, until the answer is not a failure of ours. */
  async function insist<T extends { status: number }>(act: () => Promise<T>): Promise<T> {
    return eventually(async () => {
      const answer = await act();
      if (answer.status >= 500) throw new Error(`still ${answer.status}`);
      return answer;
    }, 20_000);
  }

  it('leave every acknowledged order in place, and every payment settled once', async () => {
    const placed: string[] = [];
    let storm = true;
    const storms = (async () => {
      while (storm) {
        await new Promise((resolve) => setTimeout(resolve, 40 + Math.random() * 120));
        await cutAll();
      }
    })();
    const crowd = await Promise.all(Array.from({ length: rounds(4, 40) }, () => insistOnSomeone()));
    await Promise.all(
      crowd.map(async (buyer, index) => {
        const key = { 'idempotency-key': `storm-${index}` };
        const answer = await insist(() =>
          buyer.post<{ number: string }>('/api/orders', { items: [{ product: bundle }] }, key),
        );
        expect(answer.status).toBe(201);
        placed.push(answer.body.number);
      }),
    );
    storm = false;
    await storms;
    for (const number of placed) await buyers.stripe.pay(await buyers.sessionOf(number));
    await eventually(async () => {
      for (const number of placed) expect(await buyers.effects(number)).toEqual(settledOnce);
    }, 60_000);
  }, 300_000);

  const insistOnSomeone = () => eventually(() => buyers.someone(), 20_000);
});
