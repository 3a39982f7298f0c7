import { SettleOrder } from '../../src/checkout/index.js';
import { testApp, type TestApp } from '../support/index.js';
import { bundle, Buyers, settledOnce } from './buyers.js';
import { type DatabaseProxy, startDatabaseProxy } from './database-proxy.js';
import { rounds } from './rounds.js';

describe('a commit whose answer is lost on the way', () => {
  let app: TestApp;
  let proxy: DatabaseProxy;
  let buyers: Buyers;

  beforeAll(async () => {
    // Without jobs: only what the test does commits.
    app = await testApp({ PROCESS: 'web' }, async (url) => {
      proxy = await startDatabaseProxy(url);
      return proxy.url;
    });
    buyers = new Buyers(app);
    await buyers.stripe.webhooks('drop');
  }, 120_000);
  afterAll(async () => {
    await app.close();
    await proxy.close();
  });

  it('settles a payment once, when the verb is simply run again', async () => {
    for (let round = 0; round < rounds(3, 100); round += 1) {
      const { number, session } = await buyers.paidButUnsettled();
      const before = proxy.lost;
      proxy.loseCommits(1);
      await expect(app.get(SettleOrder).execute(session)).rejects.toThrow();
      expect(proxy.lost).toBe(before + 1);
      await app.get(SettleOrder).execute(session);
      await app.get(SettleOrder).execute(session);
      expect(await buyers.effects(number)).toEqual(settledOnce);
    }
  }, 300_000);

  it('places one order for one Idempotency-Key, and tells the buyer to try again', async () => {
    for (let round = 0; round < rounds(3, 100); round += 1) {
      const buyer = await buyers.someone();
      const key = { 'idempotency-key': `lost-${round}` };
      const before = proxy.lost;
      proxy.loseCommits(1);
      const first = await buyer.post('/api/orders', { items: [{ product: bundle }] }, key);
      expect(proxy.lost).toBe(before + 1);
      expect(first.status).toBeGreaterThanOrEqual(500);
      const again = await buyer.post<{ number: string }>('/api/orders', { items: [{ product: bundle }] }, key);
      expect(again.status).toBe(201);
      const mine = await buyer.get<{ items: { number: string }[] }>('/api/orders');
      expect(mine.body.items.map((order) => order.number)).toEqual([again.body.number]);
    }
  }, 300_000);
});
