import { SettleOrder } from '../../src/checkout/index.js';
import { SandboxLevers, testApp, type Client, type TestApp } from '../support/index.js';
import { chosenPoints, everyPoint, type Kill, runInChild } from './crashes.js';

const product = 'cosmetic-injector-certification';

describe('a process that is killed while it settles a payment', () => {
  let app: TestApp;
  let stripe: SandboxLevers;
  let buyers = 0;

  beforeAll(async () => {
    app = await testApp();
    stripe = new SandboxLevers(app);
    await stripe.webhooks('drop');
  }, 120_000);
  afterAll(() => app.close());

  async function paidButUnsettled(): Promise<{ number: string; sessionId: string }> {
    const email = `crash${(buyers += 1)}@example.test`;
    const password = 'a long enough passphrase';
    await app.client().post('/api/people', { name: 'Buyer', email, password });
    const buyer: Client = await app.signIn(email, password);
    const { body } = await buyer.post<{ number: string }>('/api/orders', { items: [{ product }] });
    const order = await app.db.row<{ session: string }>(
      'SELECT checkout_session_id AS session FROM orders WHERE number = $1',
      [body.number],
    );
    await stripe.pay(order!.session);
    return { number: body.number, sessionId: order!.session };
  }

  const effects = (number: string) =>
    app.db.row(
      `SELECT o.status, (SELECT count(*) FROM payments WHERE order_id = o.id) AS payments,
        (SELECT count(*) FROM receipts WHERE order_id = o.id) AS receipts,
        (SELECT count(*) FROM grants g JOIN order_lines l ON l.id::text = g.source_id::text WHERE l.order_id = o.id) AS grants,
        (SELECT count(*) FROM mails WHERE dedupe_key = 'receipt:' || o.id) AS mails,
        (SELECT count(*) FROM facts WHERE name = 'order.settled' AND data ->> 'orderId' = o.id::text) AS facts
       FROM orders o WHERE number = $1`,
      [number],
    );
  const once = { status: 'paid', payments: 1, receipts: 1, grants: 5, mails: 1, facts: 1 };
  const notYet = { status: 'pending', payments: 0, receipts: 0, grants: 0, mails: 0, facts: 0 };

  it('leaves all of the settlement or none, and the next delivery finishes it once', async () => {
    const trial = await paidButUnsettled();
    const statements = (await runInChild(app, { verb: 'settle', ...trial }, null)) as number;
    expect(await effects(trial.number)).toEqual(once);
    const broken: { kill: Kill; seen: unknown }[] = [];
    for (const kill of chosenPoints(everyPoint(statements), 6)) {
      const { number, sessionId } = await paidButUnsettled();
      expect(await runInChild(app, { verb: 'settle', sessionId }, kill)).toBe('killed');
      const left = await effects(number);
      const isWhole = [once, notYet].some((state) => JSON.stringify(state) === JSON.stringify(left));
      await app.get(SettleOrder).execute(sessionId);
      await app.get(SettleOrder).execute(sessionId);
      const end = await effects(number);
      if (!isWhole || JSON.stringify(end) !== JSON.stringify(once)) broken.push({ kill, seen: { left, end } });
    }
    expect(broken).toEqual([]);
  }, 900_000);
});
