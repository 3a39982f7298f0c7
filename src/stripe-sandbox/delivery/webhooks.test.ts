import Stripe from 'stripe';
import { aCourse, type Harness, listeningShop, startHarness, submitForm, until } from '../testing/harness.js';

const payment = [
  'charge.succeeded',
  'checkout.session.completed',
  'payment_intent.created',
  'payment_intent.succeeded',
];
interface Told {
  events: { event: Stripe.Event; deliveries: { state: string; attempts: number; lastStatus: number | null }[] }[];
}

describe('webhooks', () => {
  let harness: Harness;
  beforeEach(async () => (harness = await startHarness({ deliverWebhooks: true })));
  afterEach(() => harness.close());

  const pay = async () => {
    const session = await harness.stripe.checkout.sessions.create(aCourse());
    await until(() => harness.shop.types().includes('price.created') || harness.shop.answer !== 200);
    await submitForm(session, { card: '4242424242424242' });
    return session;
  };
  const paymentTypes = () =>
    harness.shop
      .types()
      .filter((type) => payment.includes(type))
      .sort();
  const told = async () => (await harness.control<Told>('/events')).events;

  it('reach the shop at once, signed as Stripe signs, with the object as it was then', async () => {
    const session = await pay();
    const started = performance.now();
    await until(() => paymentTypes().length === 4);
    expect(performance.now() - started).toBeLessThan(900);
    expect(paymentTypes()).toEqual(payment);
    const completed = harness.shop.heard.find((event) => event.type === 'checkout.session.completed')!;
    expect(completed).toMatchObject({ object: 'event', api_version: Stripe.API_VERSION, livemode: false });
    expect(completed.data.object).toMatchObject({ id: session.id, payment_status: 'paid', status: 'complete' });
    await until(async () => (await harness.stripe.events.retrieve(completed.id)).pending_webhooks === 0);
    const created = harness.shop.heard.find((event) => event.type === 'payment_intent.created')!;
    expect(created.data.object).toMatchObject({ status: 'requires_payment_method' });
  });

  it('come in another order than they were emitted', async () => {
    await harness.control('/webhooks', { mode: 'hold' });
    for (let n = 0; n < 6; n += 1) await harness.stripe.customers.create({ name: String(n) });
    await harness.control('/webhooks', { mode: 'deliver' });
    const names = () => harness.shop.heard.map((event) => (event.data.object as Stripe.Customer).name);
    await until(() => names().length === 6);
    const orders = [names().join()];
    for (let round = 0; round < 4; round += 1) {
      harness.shop.heard.length = 0;
      await harness.control('/webhooks', { mode: 'hold' });
      for (let n = 0; n < 6; n += 1) await harness.stripe.customers.create({ name: String(n) });
      await harness.control('/webhooks', { mode: 'deliver' });
      await until(() => names().length === 6);
      orders.push(names().join());
    }
    expect(orders.filter((order) => order !== '0,1,2,3,4,5')).not.toEqual([]);
  });

  it('are sent again, later each time, until the shop accepts them', async () => {
    harness.shop.answer = 500;
    await harness.stripe.customers.create({});
    await until(() => harness.shop.arrivals >= 2);
    expect((await told())[0]!.deliveries).toMatchObject([{ state: 'pending', lastStatus: 500 }]);
    harness.shop.answer = 200;
    await until(() => harness.shop.types().length === 1, 9_000);
    await until(async () => (await told())[0]!.deliveries[0]!.state === 'delivered');
    expect(harness.logged.join()).toContain('a webhook was not accepted');
    expect(harness.logged.join()).not.toContain('whsec_');
  });

  it('are held and released, dropped, or multiplied when the control plane says so', async () => {
    await harness.control('/webhooks', { mode: 'drop' });
    await harness.stripe.customers.create({ name: 'dropped' });
    await harness.control('/webhooks', { mode: 'hold', duplicate: 2 });
    await harness.stripe.customers.create({ name: 'held' });
    expect((await told()).map(({ deliveries }) => deliveries.map(({ state }) => state))).toEqual([
      ['held', 'held', 'held'],
      ['dropped'],
    ]);
    expect(harness.shop.arrivals).toBe(0);
    await harness.control('/webhooks', { mode: 'deliver', duplicate: 0 });
    await until(() => harness.shop.heard.length === 3);
    const ids = new Set(harness.shop.heard.map((event) => event.id));
    expect(ids.size).toBe(1);
  });

  it('can be delivered by hand, many times at once', async () => {
    await harness.control('/webhooks', { mode: 'drop' });
    await harness.stripe.customers.create({});
    const [newest] = await told();
    const result = await harness.control<{ delivered: number }>(`/webhooks/${newest!.event.id}/deliver`, {
      times: 25,
      concurrency: 5,
    });
    expect([result.delivered, harness.shop.heard.length]).toEqual([25, 25]);
  });

  it('go to further endpoints with the secret each of them got', async () => {
    const other = await listeningShop();
    const endpoint = await harness.stripe.webhookEndpoints.create({
      url: other.url,
      enabled_events: ['customer.created'],
    });
    expect(endpoint.secret).toMatch(/^whsec_\w{32}$/);
    expect((await harness.stripe.webhookEndpoints.retrieve(endpoint.id)).secret).toBeUndefined();
    other.answer = 202;
    await harness.stripe.products.create({ name: 'unheard' });
    await harness.stripe.customers.create({});
    await until(() => other.arrivals === 1 && harness.shop.heard.length === 2);
    await harness.stripe.webhookEndpoints.del(endpoint.id);
    await harness.stripe.customers.create({});
    await until(() => harness.shop.heard.length === 3);
    expect(other.arrivals).toBe(1);
    await other.close();
  });

  it('are carried once by two processes on the same tables, which also share the sessions', async () => {
    const second = await harness.start();
    const session = await harness.stripe.checkout.sessions.create(aCourse());
    const there = { ...session, url: session.url!.replace(harness.sandbox.url, second.url) };
    const answers = await Promise.all(
      [session, there, session, there].map((one) => submitForm(one, { card: '4242424242424242' })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 409, 409, 409]);
    await until(() => paymentTypes().length >= 4);
    await new Promise((done) => setTimeout(done, 300));
    expect(paymentTypes()).toEqual(payment);
    await second.close();
  });

  it('say that a session has expired even when nobody looks at it', async () => {
    const now = (await harness.control<{ now: number }>('/clock', { advance: 0 })).now;
    await harness.stripe.checkout.sessions.create(aCourse({ expires_at: now + 1_900 }));
    await harness.control('/clock', { advance: 2_000 });
    await until(() => harness.shop.types().includes('checkout.session.expired'));
  });

  it('go on after the database has cut every connection, idle or at work', async () => {
    const calls = Array.from({ length: 30 }, (_, n) => harness.stripe.customers.create({ name: String(n) }));
    const done = Promise.allSettled(calls);
    for (let cut = 0; cut < 3; cut += 1) await harness.database.db.rows(cutConnections);
    await done;
    harness.shop.heard.length = 0;
    await until(() => harness.stripe.customers.create({ name: 'after' }).then(ok, failed));
    await until(() => harness.shop.heard.some(({ data }) => (data.object as Stripe.Customer).name === 'after'));
  });
});

const ok = () => true;
const failed = () => false;
const cutConnections = `
  SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND application_name = 'stripe-sandbox'`;
