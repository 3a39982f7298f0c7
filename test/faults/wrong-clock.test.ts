import {
  eventually,
  type SpawnedNode,
  spawnNode,
  testApp,
  type TestApp,
  webhookSecret,
  Client,
  sendEvent,
} from '../support/index.js';
import { bundle, Buyers, settledOnce } from './buyers.js';
import { rounds } from './rounds.js';

const minutes = 60;
const days = 86_400;
const everySkew = [-days, -10 * minutes, 10 * minutes, days];

describe('a node whose clock is wrong', () => {
  let app: TestApp;
  let buyers: Buyers;

  beforeAll(async () => {
    app = await testApp();
    buyers = new Buyers(app);
    await buyers.stripe.webhooks('drop');
  }, 120_000);
  afterAll(() => app.close());

  const nodeThatIsOffBy = (seconds: number): Promise<SpawnedNode> =>
    spawnNode(
      {
        DATABASE_URL: app.databaseUrl,
        STRIPE_WEBHOOK_SECRET: webhookSecret,
        CLOCK_SKEW_SECONDS: String(seconds),
        PROCESS: 'web',
      },
      'test/faults/clock-child.mjs',
    );

  const secondsLeft = async (number: string) => {
    const order = await app.db.row<{ left: number }>(
      'SELECT extract(epoch FROM checkout_expires_at - now())::float8 AS left FROM orders WHERE number = $1',
      [number],
    );
    return order!.left;
  };

  it.each(rounds(2, 4) === 4 ? everySkew : [10 * minutes, -days])(
    'sells at the price of the database clock, locks it as long, and believes the same events: %d s off',
    async (skew) => {
      const node = await nodeThatIsOffBy(skew);
      try {
        const email = `skew${skew}@example.test`;
        const buyer = new Client(node.url);
        await buyer.post('/api/people', { name: 'Skew', email, password: 'a long enough passphrase' });
        await buyer.post('/api/session', { email, password: 'a long enough passphrase' });
        const there = await buyer.get(`/api/bundles/${bundle}`);
        const here = await app.client().get(`/api/bundles/${bundle}`);
        expect(there.body).toEqual(here.body);
        const { body } = await buyer.post<{ number: string }>('/api/orders', { items: [{ product: bundle }] });
        expect(await secondsLeft(body.number)).toBeGreaterThan(30 * minutes);
        expect(await secondsLeft(body.number)).toBeLessThanOrEqual(31 * minutes);
        const session = await buyers.sessionOf(body.number);
        const stripe = await app.db.row<{ id: string }>(`SELECT id FROM stripe_sandbox.objects WHERE id = $1`, [
          session,
        ]);
        expect(stripe).toBeDefined();
        await buyers.stripe.pay(session);
        for (const event of await buyers.stripe.events(session)) {
          expect((await sendEvent(node.url, event.body as object)).status).toBe(200);
        }
        await eventually(async () => expect(await buyers.effects(body.number)).toEqual(settledOnce));
      } finally {
        expect(await node.stop()).toBe(0);
      }
    },
    120_000,
  );
});
