import { type Placed, type Shopper, Shoppers, testApp, type TestApp } from '../../../test/support/index.js';
import { HandleStripeEvent, RunPlans } from '../index.js';

const course = 'dermal-fillers';
const html = { accept: 'text/html' };

describe('a payment plan', () => {
  let app: TestApp;
  let shop: Shoppers;

  beforeAll(async () => {
    app = await testApp();
    shop = new Shoppers(app);
    await shop.stripe.webhooks('drop');
    await app.db.rows(
      `INSERT INTO sale_terms (id, product_id, refund_policy_id, plan, reason)
       SELECT gen_random_uuid(), p.id, r.id, '{"instalments": 3, "everyMonths": 1, "graceDays": 7}', 'A test'
       FROM products p, (SELECT id FROM refund_policies ORDER BY created_at LIMIT 1) r WHERE p.slug = $1`,
      [course],
    );
  }, 120_000);
  afterAll(() => app.close());

  const asked = { items: [{ product: course }], inInstalments: true };
  const started = (buyer: Shopper, how: object = {}) => shop.bought(buyer, asked, how);
  const run = () => app.get(RunPlans).execute();
  const instalments = (order: Placed) =>
    app.db.rows<{
      position: number;
      amount: number;
      tries: number;
      paid: boolean;
      missed: boolean;
      declined: string | null;
    }>(
      `SELECT position, amount, tries, paid_at IS NOT NULL AS paid, missed_at IS NOT NULL AS missed, declined
       FROM instalments WHERE order_id = $1 ORDER BY position`,
      [order.id],
    );
  const paidParts = async (order: Placed) =>
    (await instalments(order)).filter(({ paid }) => paid).map(({ position }) => position);
  const payments = (order: Placed) =>
    app.db.rows<{ instalment: number; amount: number }>(
      'SELECT instalment, amount FROM payments WHERE order_id = $1 ORDER BY instalment',
      [order.id],
    );
  /** As if so many days had gone by for this plan. */
  const daysLater = (order: Placed, days: number) =>
    app.db.rows(
      `UPDATE instalments SET due_at = due_at - make_interval(days => $2), paid_at = paid_at - make_interval(days => $2),
         next_try_at = next_try_at - make_interval(days => $2) WHERE order_id = $1`,
      [order.id, days],
    );
  const bankSays = async (order: Placed, reason: string | null) => {
    const { method } = (await app.db.row<{ method: string }>(
      'SELECT payment_method AS method FROM orders WHERE id = $1',
      [order.id],
    ))!;
    await fetch(new URL(`/_sandbox/payment_methods/${method}/decline`, app.sandboxUrl), {
      method: 'POST',
      body: JSON.stringify({ reason }),
      headers: { 'content-type': 'application/json' },
    });
  };
  const mails = async (buyer: Shopper) =>
    (await app.db.rows<{ kind: string }>('SELECT kind FROM mails WHERE to_email = $1 ORDER BY id', [buyer.email])).map(
      ({ kind }) => kind,
    );
  const canStudy = async (buyer: Shopper) => (await buyer.get('/api/learning')).body.items.length === 1;
  const pageOf = async (buyer: Shopper, order: Placed, rest = false) => {
    const { status, body } = await buyer.post(`/api/orders/${order.number}/instalments/payment`, { rest });
    const page = await app.db.row<{ session: string }>(
      'SELECT session_id AS session FROM instalment_pages WHERE order_id = $1 AND ended_at IS NULL',
      [order.id],
    );
    return { status, body, session: page?.session ?? '' };
  };

  it('is offered before paying, charges the first part and opens the course', async () => {
    const buyer = await shop.someone();
    const offered = await buyer.get(`/checkout?product=${course}`, html);
    expect(offered.text).toContain('Pay in 3 instalments instead');
    const page = await buyer.get(`/checkout?product=${course}&pay=instalments`, html);
    expect(page.text).toContain('Continue to pay $83.00');
    const order = await started(buyer);
    expect(await payments(order)).toEqual([{ instalment: 1, amount: 8_300 }]);
    expect((await instalments(order)).map(({ amount, paid }) => [amount, paid])).toEqual([
      [8_300, true],
      [8_300, false],
      [8_300, false],
    ]);
    expect(await canStudy(buyer)).toBe(true);
    const { body } = await buyer.get(`/api/orders/${order.number}/instalments`);
    expect(body.items.map(({ state }: { state: string }) => state)).toEqual(['paid', 'coming', 'coming']);
    expect((await buyer.get(`/orders/${order.number}`, html)).text).toContain('Pay the rest, $166.00');
  });

  it('is not offered for what is sold without one', async () => {
    const answer = await (
      await shop.someone()
    ).post('/api/orders', { items: [{ product: 'foundations' }], inInstalments: true });
    expect([answer.status, answer.body.code, Object.keys(answer.body.errors as object)]).toEqual([
      422,
      'plan_not_offered',
      ['pay'],
    ]);
  });

  it('charges what is due once, however often and at once it runs, and not before', async () => {
    const buyer = await shop.someone();
    const order = await started(buyer);
    await run();
    expect(await paidParts(order)).toEqual([1]);
    await daysLater(order, 32);
    await Promise.all([run(), run(), run()]);
    await run();
    expect(await payments(order)).toEqual([
      { instalment: 1, amount: 8_300 },
      { instalment: 2, amount: 8_300 },
    ]);
    expect((await instalments(order)).map(({ tries }) => tries)).toEqual([0, 1, 0]);
    const facts = await app.db.rows(
      `SELECT 1 FROM facts WHERE name = 'order.instalment-paid' AND data ->> 'orderId' = $1`,
      [order.id],
    );
    expect([facts.length, (await mails(buyer)).filter((kind) => kind === 'instalment-paid').length]).toEqual([1, 1]);
  });

  it('asks the same try again with the same key when the answer was lost: one charge', async () => {
    const order = await started(await shop.someone());
    await daysLater(order, 32);
    await shop.stripe.fault({ path: '/v1/payment_intents', method: 'POST', status: 'reset', after: true, times: 3 });
    await run();
    expect(await paidParts(order)).toEqual([1]);
    await app.db.rows('UPDATE instalments SET next_try_at = now() WHERE order_id = $1 AND asking', [order.id]);
    await run();
    expect((await instalments(order)).map(({ paid, tries }) => [paid, tries])).toEqual([
      [true, 0],
      [true, 1],
      [false, 0],
    ]);
    const charged = await app.db.row(
      `SELECT count(*)::int AS count FROM stripe_sandbox.objects WHERE kind = 'charge' AND body ->> 'status' = 'succeeded'
         AND body #>> '{metadata,order_id}' = $1`,
      [order.id],
    );
    expect(charged).toEqual({ count: 2 });
  }, 30_000);

  it('tries a refused card daily, pauses access after the days of grace, and opens it with the payment', async () => {
    const buyer = await shop.someone();
    const order = await started(buyer);
    await bankSays(order, 'insufficient_funds');
    await daysLater(order, 32);
    await run();
    await run();
    expect((await instalments(order))[1]).toMatchObject({ tries: 1, paid: false, declined: 'insufficient_funds' });
    expect((await buyer.get(`/orders/${order.number}`, html)).text).toContain('Your bank refused an instalment');
    await daysLater(order, 1);
    await run();
    expect((await instalments(order))[1]).toMatchObject({ tries: 2, missed: false });
    expect(await canStudy(buyer)).toBe(true);
    await daysLater(order, 8);
    await run();
    expect((await instalments(order))[1]).toMatchObject({ missed: true });
    expect(await canStudy(buyer)).toBe(false);
    expect((await buyer.get(`/orders/${order.number}`, html)).text).toContain('Your access is paused');
    const page = await pageOf(buyer, order);
    await shop.stripe.pay(page.session, { card: '5555555555554444' });
    const back = await buyer.get(`/orders/${order.number}/instalments/done`, html);
    expect([back.status, await paidParts(order), await canStudy(buyer)]).toEqual([303, [1, 2], true]);
    expect(await mails(buyer)).toEqual(
      expect.arrayContaining(['instalment-declined', 'instalment-missed', 'instalment-paid']),
    );
    await daysLater(order, 32);
    await run();
    expect(await paidParts(order)).toEqual([1, 2, 3]);
  }, 30_000);

  it('can be paid off at once, after which its price counts as credit', async () => {
    const buyer = await shop.someone();
    const order = await started(buyer);
    const bundle = { items: [{ product: 'cosmetic-injector-certification' }] };
    const before = await shop.placed(buyer, bundle);
    await buyer.post(`/api/orders/${before.number}/cancellation`);
    const page = await pageOf(buyer, order, true);
    expect([page.status, page.body.amount]).toEqual([201, { amount: 16_600, currency: 'USD' }]);
    await shop.stripe.pay(page.session);
    await buyer.get(`/orders/${order.number}/instalments/done`, html);
    expect(await payments(order)).toEqual([
      { instalment: 1, amount: 8_300 },
      { instalment: 2, amount: 16_600 },
    ]);
    expect(await paidParts(order)).toEqual([1, 2, 3]);
    expect((await shop.placed(buyer, bundle)).total).toBeLessThan(before.total);
    const again = await pageOf(buyer, order);
    expect([again.status, again.body.code]).toEqual([409, 'nothing_due']);
  });

  it('opens one page at a time, and charges no card while it is open', async () => {
    const buyer = await shop.someone();
    const order = await started(buyer);
    const [one, two] = [await pageOf(buyer, order), await pageOf(buyer, order)];
    expect(two.body.checkoutUrl).toBe(one.body.checkoutUrl);
    await daysLater(order, 32);
    await run();
    expect(await paidParts(order)).toEqual([1]);
    const rest = await pageOf(buyer, order, true);
    expect(rest.body.amount.amount).toBe(16_600);
    await expect(shop.stripe.pay(one.session)).rejects.toThrow();
    await shop.stripe.expire(rest.session);
    await app.db.rows(`UPDATE instalment_pages SET created_at = created_at - interval '1 hour' WHERE order_id = $1`, [
      order.id,
    ]);
    await run();
    expect(await paidParts(order)).toEqual([1, 2]);
  });

  it('is settled by the event alone, once, and unknown payments are not ours', async () => {
    const buyer = await shop.someone();
    const order = await started(buyer);
    const page = await pageOf(buyer, order);
    await shop.stripe.pay(page.session);
    const events = await app.db.rows<{ id: string; body: object; type: string }>(
      `SELECT id, body, type FROM stripe_sandbox.events
       WHERE type = 'payment_intent.succeeded' AND body #>> '{data,object,metadata,order_id}' = $1
         AND body #>> '{data,object,metadata,instalment_id}' IS NOT NULL`,
      [order.id],
    );
    for (const { id, type, body } of events) {
      await app.db.rows('INSERT INTO stripe_events (id, type, body) VALUES ($1, $2, $3)', [
        id,
        type,
        JSON.stringify(body),
      ]);
      await app.get(HandleStripeEvent).execute({ eventId: id });
      await app.db.rows('UPDATE stripe_events SET handled_at = NULL WHERE id = $1', [id]);
      await app.get(HandleStripeEvent).execute({ eventId: id });
    }
    expect(await payments(order)).toHaveLength(2);
  });

  it('paid by two ways at once keeps one payment and asks staff about the other', async () => {
    const buyer = await shop.someone();
    const order = await started(buyer);
    const page = await pageOf(buyer, order);
    await app.db.rows('UPDATE instalment_pages SET ended_at = now() WHERE order_id = $1', [order.id]);
    await daysLater(order, 32);
    await run();
    await shop.stripe.pay(page.session);
    await app.db.rows('UPDATE instalment_pages SET ended_at = NULL WHERE order_id = $1', [order.id]);
    await buyer.get(`/orders/${order.number}/instalments/done`, html);
    expect(await payments(order)).toHaveLength(2);
    expect(await app.db.rows('SELECT reason FROM order_reviews WHERE order_id = $1', [order.id])).toEqual([
      { reason: 'paid_twice' },
    ]);
  });

  it('is unknown to everybody else', async () => {
    const order = await started(await shop.someone());
    const stranger = await shop.someone();
    expect((await stranger.get(`/api/orders/${order.number}/instalments`)).status).toBe(404);
    expect((await pageOf(stranger, order)).status).toBe(404);
    expect((await stranger.form(`/orders/${order.number}/instalments/payment`, { what: 'due' })).status).toBe(404);
  });
});
