import {
  eventually,
  SandboxLevers,
  sendEvent,
  spawnNode,
  testApp,
  type Client,
  type TestApp,
} from '../../test/support/index.js';
import { SettleOrder, SweepOrders } from './index.js';

const bundle = 'cosmetic-injector-certification';
const courses = 6;

describe('checkout', () => {
  let app: TestApp;
  let stripe: SandboxLevers;
  let people = 0;

  beforeAll(async () => {
    app = await testApp();
    stripe = new SandboxLevers(app);
  }, 120_000);
  afterAll(() => app.close());
  beforeEach(() => stripe.webhooks('drop'));

  /** Somebody new, signed in. */
  async function someone(): Promise<Client> {
    const email = `buyer${(people += 1)}@example.test`;
    await app.client().post('/api/people', { name: `Buyer ${people}`, email, password: 'a long enough passphrase' });
    return app.signIn(email, 'a long enough passphrase');
  }

  async function ordered(buyer: Client, product = bundle) {
    const answer = await buyer.post('/api/orders', { items: [{ product }] });
    expect(answer.status).toBe(201);
    return { number: answer.body.number as string, session: await sessionOf(answer.body.number as string) };
  }

  const sessionOf = async (number: string) =>
    (await app.db.row<{ id: string }>('SELECT checkout_session_id AS id FROM orders WHERE number = $1', [number]))!.id;

  /** What one order has caused. */
  const effects = (number: string) =>
    app.db.row<{
      status: string;
      payments: number;
      receipts: number;
      grants: number;
      enrollments: number;
      mails: number;
      facts: number;
    }>(
      `SELECT o.status,
        (SELECT count(*) FROM payments WHERE order_id = o.id) AS payments,
        (SELECT count(*) FROM receipts WHERE order_id = o.id) AS receipts,
        (SELECT count(*) FROM grants g JOIN order_lines l ON l.id::text = g.source_id::text WHERE l.order_id = o.id) AS grants,
        (SELECT count(DISTINCT (e.person_id, e.course_id)) FROM enrollments e WHERE e.person_id = o.person_id) AS enrollments,
        (SELECT count(*) FROM mails WHERE kind = 'receipt' AND dedupe_key = 'receipt:' || o.id) AS mails,
        (SELECT count(*) FROM facts WHERE name = 'order.settled' AND data ->> 'orderId' = o.id::text) AS facts
       FROM orders o WHERE number = $1`,
      [number],
    );
  const paidOnce = {
    status: 'paid',
    payments: 1,
    receipts: 1,
    grants: courses,
    enrollments: courses,
    mails: 1,
    facts: 1,
  };
  const nothing = { payments: 0, receipts: 0, grants: 0, enrollments: 0, mails: 0, facts: 0 };

  describe('a paid session', () => {
    it('pays its order once when ten copies of each event arrive shuffled and at once on two processes', async () => {
      const buyer = await someone();
      const { number, session } = await ordered(buyer);
      await stripe.pay(session);
      const second = await spawnNode({
        DATABASE_URL: app.databaseUrl,
        STRIPE_WEBHOOK_SECRET: 'whsec_for_tests_0123456789abcdef',
      });
      const events = (await stripe.events(session)).map((event) => event.body as object);
      const copies = Array.from({ length: 10 }, () => events).flat();
      const answers = await Promise.all(
        copies
          .map((event, index) => ({
            event,
            order: (index * 7919) % copies.length,
            url: index % 2 ? app.url : second.url,
          }))
          .sort((a, b) => a.order - b.order)
          .map(({ event, url }) => sendEvent(url, event)),
      );
      expect(answers.map((answer) => answer.status)).toEqual(copies.map(() => 200));
      await eventually(async () => expect(await effects(number)).toEqual(paidOnce));
      expect(await second.stop()).toBe(0);
    }, 60_000);

    it('pays its order once when webhook, success page and sweeper come together twenty times', async () => {
      const buyer = await someone();
      const { number, session } = await ordered(buyer);
      await stripe.pay(session);
      const settle = app.get(SettleOrder);
      await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          index % 2 ? settle.execute(session) : buyer.get(`/checkout/${number}/done`, { accept: 'text/html' }),
        ),
      );
      expect(await effects(number)).toEqual(paidOnce);
    });

    it('grants by the webhook alone when the browser never comes back', async () => {
      const { number, session } = await ordered(await someone());
      await stripe.webhooks('deliver');
      await stripe.pay(session);
      await eventually(async () => expect(await effects(number)).toEqual(paidOnce));
    });

    it('grants by the success page alone when the webhook is lost', async () => {
      const buyer = await someone();
      const { number, session } = await ordered(buyer);
      await stripe.pay(session);
      const page = await buyer.get(`/checkout/${number}/done?session=${session}`, { accept: 'text/html' });
      expect(page.text).toContain('Thank you');
      expect(await effects(number)).toEqual(paidOnce);
    });

    it('grants by the sweeper when webhook and browser are both lost', async () => {
      const { number, session } = await ordered(await someone());
      await stripe.pay(session);
      await app.db.rows(`UPDATE orders SET created_at = now() - interval '5 minutes' WHERE number = $1`, [number]);
      await app.get(SweepOrders).execute();
      expect(await effects(number)).toEqual(paidOnce);
    });

    it('grants even when the process died before it could write down the session', async () => {
      const { number, session } = await ordered(await someone());
      await app.db.rows(
        `UPDATE orders SET checkout_session_id = NULL, checkout_url = NULL, created_at = now() - interval '5 minutes' WHERE number = $1`,
        [number],
      );
      await stripe.pay(session);
      await app.get(SweepOrders).execute();
      expect(await effects(number)).toEqual(paidOnce);
    });

    it('grants nothing when its amount does not fit the order, and waits for a person to look', async () => {
      const { number, session } = await ordered(await someone());
      await app.db.rows('UPDATE orders SET total = total + 1 WHERE number = $1', [number]);
      await stripe.pay(session);
      await app.get(SettleOrder).execute(session);
      await app.get(SettleOrder).execute(session);
      expect(await effects(number)).toEqual({ status: 'pending', ...nothing });
      const reviews = await app.db.rows(
        'SELECT r.reason FROM order_reviews r JOIN orders o ON o.id = r.order_id WHERE o.number = $1',
        [number],
      );
      expect(reviews).toEqual([{ reason: 'payment_mismatch' }]);
    });
  });

  describe('a delayed payment', () => {
    it('gives no access while the bank confirms, and access when it did', async () => {
      const buyer = await someone();
      const { number, session } = await ordered(buyer);
      await stripe.pay(session, { method: 'bank_debit' });
      const page = await buyer.get(`/checkout/${number}/done`, { accept: 'text/html' });
      expect(page.text).toContain('Your bank has yet to confirm');
      expect(await effects(number)).toEqual({ status: 'awaiting_payment', ...nothing });
      expect((await buyer.get(`/api/orders/${number}`)).body.status).toBe('awaiting_payment');
      const order = await buyer.get(`/orders/${number}`, { accept: 'text/html' });
      expect(order.text).toContain('Your bank is confirming the payment');
      expect(order.text).not.toContain('kept for you until');
      const cancelled = await buyer.post(`/api/orders/${number}/cancellation`, {});
      expect([cancelled.status, cancelled.body.code]).toEqual([409, 'bank_confirming']);
      await stripe.webhooks('deliver');
      await stripe.settleAsync(session, 'settle');
      await eventually(async () => expect(await effects(number)).toEqual(paidOnce));
    });

    it('closes the order and writes to the buyer when the bank refuses', async () => {
      const { number, session } = await ordered(await someone());
      await stripe.webhooks('deliver');
      await stripe.pay(session, { method: 'bank_debit' });
      await stripe.settleAsync(session, 'fail');
      await eventually(async () => expect(await effects(number)).toEqual({ status: 'expired', ...nothing }));
      const mails = await app.db.rows(
        `SELECT 1 FROM mails m, orders o WHERE o.number = $1 AND m.dedupe_key = 'payment-failed:' || o.id`,
        [number],
      );
      expect(mails).toHaveLength(1);
    });
  });

  describe('starting a checkout', () => {
    it('never takes a price from the client', async () => {
      const buyer = await someone();
      const before = (await buyer.get(`/api/bundles/${bundle}`)).body.price.amount as number;
      for (const body of [
        { items: [{ product: bundle, price: 1 }] },
        { items: [{ product: bundle, quantity: -1 }] },
        { items: [{ product: bundle }], total: { amount: 1, currency: 'USD' } },
        { items: [{ product: bundle }], currency: 'JPY' },
      ]) {
        const answer = await buyer.post('/api/orders', body);
        expect(answer.status).toBe(400);
        expect(answer.body.code).toBe('malformed');
      }
      const cheaper = await buyer.post('/api/orders', {
        items: [{ product: bundle }],
        expectedTotal: { amount: 1, currency: 'USD' },
      });
      expect([cheaper.status, cheaper.body.code]).toEqual([409, 'price_changed']);
      expect(cheaper.body.quote.total.amount).toBe(before);
      expect((await ordered(buyer)).number).toBeTruthy();
    });

    it('answers the same order for the same key, and refuses the key for another basket', async () => {
      const buyer = await someone();
      const key = { 'idempotency-key': 'once-1' };
      const first = await buyer.post('/api/orders', { items: [{ product: bundle }] }, key);
      const again = await buyer.post('/api/orders', { items: [{ product: bundle }] }, key);
      expect(again.body).toEqual(first.body);
      const other = await buyer.post('/api/orders', { items: [{ product: 'foundations' }] }, key);
      expect([other.status, other.body.code]).toEqual([409, 'idempotency_key_reused']);
    });

    it('makes one order and one payment page of twenty clicks at once', async () => {
      const buyer = await someone();
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          buyer.post('/api/orders', { items: [{ product: bundle }] }, { 'idempotency-key': `click-${index % 4}` }),
        ),
      );
      expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
      expect(new Set(answers.map((answer) => `${answer.body.number} ${answer.body.checkoutUrl}`)).size).toBe(1);
    });

    it('opens one session though Stripe fails twice, and says so when Stripe stays away', async () => {
      const buyer = await someone();
      await stripe.fault({ path: '/v1/checkout/sessions', method: 'POST', status: 500, times: 5 });
      const down = await buyer.post('/api/orders', { items: [{ product: bundle }] });
      expect([down.status, down.body.code]).toEqual([503, 'payment_unavailable']);
      const up = await buyer.post('/api/orders', { items: [{ product: bundle }] });
      expect(up.status).toBe(201);
      const orders = await buyer.get('/api/orders');
      expect(orders.body.items).toHaveLength(1);
    }, 60_000);

    it('does not sell what the learner already has', async () => {
      const buyer = await someone();
      const { session } = await ordered(buyer);
      await stripe.pay(session);
      await app.get(SettleOrder).execute(session);
      const again = await buyer.post('/api/orders', { items: [{ product: bundle }] });
      expect([again.status, again.body.code]).toEqual([409, 'already_owned']);
      const part = await buyer.post('/api/orders', { items: [{ product: 'foundations' }] });
      expect(part.body.code).toBe('already_owned');
    });

    it('never leads to a dearer payment page than the total that was shown', async () => {
      const buyer = await someone();
      const { number } = await ordered(buyer);
      const body = { items: [{ product: bundle }], expectedTotal: { amount: 1, currency: 'USD' } };
      const refused = await buyer.post('/api/orders', body);
      expect([refused.status, refused.body.code]).toEqual([409, 'price_changed']);
      const shown = (await buyer.get(`/api/orders/${number}`)).body.total;
      const again = await buyer.post('/api/orders', { ...body, expectedTotal: shown });
      expect([again.status, again.body.number]).toEqual([201, number]);
    });

    it('closes the open page of what another payment has given, and asks staff when both were paid', async () => {
      const buyer = await someone();
      const part = await ordered(buyer, 'foundations');
      const late = await ordered(buyer, 'upper-face');
      const whole = await ordered(buyer);
      await stripe.pay(late.session);
      await stripe.pay(whole.session);
      await app.get(SettleOrder).execute(whole.session);
      await eventually(async () => {
        await app.get(SettleOrder).execute(part.session);
        expect((await buyer.get(`/api/orders/${part.number}`)).body.status).toBe('expired');
      });
      await app.get(SettleOrder).execute(late.session);
      await eventually(async () =>
        expect(
          await app.db.rows(
            'SELECT r.reason FROM order_reviews r JOIN orders o ON o.id = r.order_id WHERE o.number = $1',
            [late.number],
          ),
        ).toEqual([{ reason: 'paid_twice' }]),
      );
    });

    it('warns of another order with the same courses, and tells buyer and staff of each course that was paid twice', async () => {
      const buyer = await someone();
      const pair = await buyer.post('/api/orders', { items: [{ product: 'upper-face' }, { product: 'foundations' }] });
      const single = await ordered(buyer, 'upper-face');
      const page = await buyer.get('/checkout?product=upper-face', { accept: 'text/html' });
      expect(page.text).toContain('You have another open checkout');
      expect(page.text).toContain(`/orders/${pair.body.number}`);
      const session = (await app.db.row<{ id: string }>(
        'SELECT checkout_session_id AS id FROM orders WHERE number = $1',
        [pair.body.number],
      ))!.id;
      for (const each of [single.session, session]) await stripe.pay(each);
      for (const each of [single.session, session]) await app.get(SettleOrder).execute(each);
      await eventually(async () =>
        expect(
          await app.db.rows(
            `SELECT o.number, r.reason, r.seen ->> 'courses' AS courses, m.subject FROM order_reviews r
             JOIN orders o ON o.id = r.order_id LEFT JOIN mails m ON m.dedupe_key = 'paid-twice:' || o.id
             WHERE o.number IN ($1, $2)`,
            [single.number, pair.body.number],
          ),
        ).toEqual([
          {
            number: pair.body.number,
            reason: 'paid_twice',
            courses: expect.stringContaining('pper') as string,
            subject: `Order ${pair.body.number}: you may have paid twice`,
          },
        ]),
      );
    });

    it('refuses an idempotency key that is too long, instead of cutting it', async () => {
      const answer = await (
        await someone()
      ).post('/api/orders', { items: [{ product: bundle }] }, { 'idempotency-key': 'k'.repeat(256) });
      expect([answer.status, Object.keys(answer.body.errors as object)]).toEqual([422, ['idempotency-key']]);
    });

    it.each([
      [{ items: [] }, 400],
      [{}, 400],
      [{ items: [{ product: 'no-such-thing' }] }, 422],
      [{ items: [{ product: 7 }] }, 400],
      [{ items: 'x' }, 400],
      [{ items: [{ product: bundle }], code: 'SAVE' }, 422],
    ])('refuses %j with the field', async (body, status) => {
      const answer = await (await someone()).post('/api/orders', body);
      expect(answer.status).toBe(status);
      expect(Object.keys(answer.body.errors as object).length).toBeGreaterThan(0);
    });
  });

  describe('an offer that ends', () => {
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

    /** Puts a course on offer for so many seconds from now. */
    const offer = (slug: string, amount: number, seconds: number) =>
      app.db.rows(
        `INSERT INTO offers (id, product_id, currency, market, amount, during, name)
         SELECT gen_random_uuid(), id, 'USD', 'default', $2, tstzrange(date_trunc('milliseconds', now()), date_trunc('milliseconds', now()) + make_interval(secs => $3)), 'Short offer'
         FROM products WHERE slug = $1`,
        [slug, amount, seconds],
      );
    const priceOf = async (buyer: Client, product: string) =>
      (await buyer.post('/api/quotes', { items: [{ product }] })).body.total as { amount: number; currency: string };

    it('between page and checkout raises the price that instant: nothing is ordered until the buyer saw it', async () => {
      const buyer = await someone();
      await offer('dermal-fillers', 9_900, 1.5);
      const seen = await priceOf(buyer, 'dermal-fillers');
      expect(seen.amount).toBe(9_900);
      await wait(1_600);
      const refused = await buyer.post('/api/orders', { items: [{ product: 'dermal-fillers' }], expectedTotal: seen });
      expect([refused.status, refused.body.code, refused.body.quote.total.amount]).toEqual([
        409,
        'price_changed',
        24_900,
      ]);
      const page = await buyer.form('/checkout', {
        product: 'dermal-fillers',
        key: '01890000-0000-7000-8000-000000000001',
        amount: String(seen.amount),
        currency: seen.currency,
      });
      expect(page.status).toBe(422);
      expect(page.text).toContain('The price changed since you saw it');
      expect(page.text).toContain('$249.00');
      expect((await buyer.get('/api/orders')).body.items).toEqual([]);
    });

    it('during a checkout leaves that checkout its price, and nobody else', async () => {
      const buyer = await someone();
      await offer('upper-face', 9_900, 1.5);
      const { number, session } = await ordered(buyer, 'upper-face');
      await wait(1_600);
      expect(await priceOf(buyer, 'upper-face')).toEqual({ amount: 19_900, currency: 'USD' });
      const again = await buyer.post('/api/orders', { items: [{ product: 'upper-face' }] });
      expect([again.body.number, again.body.total.amount]).toEqual([number, 9_900]);
      await stripe.pay(session);
      await app.get(SettleOrder).execute(session);
      const paid = await app.db.row(
        'SELECT amount FROM payments y JOIN orders o ON o.id = y.order_id WHERE o.number = $1',
        [number],
      );
      expect(paid).toEqual({ amount: 9_900 });
      const other = await (await someone()).post('/api/orders', { items: [{ product: 'upper-face' }] });
      expect(other.body.total.amount).toBe(19_900);
    });

    it('gives way to a lower price: the dearer open checkout is closed', async () => {
      const buyer = await someone();
      const dear = await ordered(buyer, 'lower-face-and-neck');
      await offer('lower-face-and-neck', 9_900, 60);
      const cheap = await ordered(buyer, 'lower-face-and-neck');
      expect(cheap.number).not.toBe(dear.number);
      await app.get(SettleOrder).execute(dear.session);
      expect((await buyer.get(`/api/orders/${dear.number}`)).body.status).toBe('expired');
    });
  });

  describe('an order', () => {
    it('is unknown to everybody but its buyer', async () => {
      const owner = await someone();
      const stranger = await someone();
      const { number, session } = await ordered(owner);
      await stripe.pay(session);
      for (const path of [
        `/api/orders/${number}`,
        `/orders/${number}`,
        `/checkout/${number}/done?session=${session}`,
      ]) {
        expect((await stranger.get(path)).status).toBe(404);
      }
      expect((await app.client().get(`/api/orders/${number}`)).status).toBe(401);
      expect(await effects(number)).toEqual({ status: 'pending', ...nothing });
    });

    it('is not paid by a success address that names somebody else’s paid session', async () => {
      const paid = await ordered(await someone());
      await stripe.pay(paid.session);
      const poor = await someone();
      const { number } = await ordered(poor);
      await poor.get(`/checkout/${number}/done?session=${paid.session}`);
      expect(await effects(number)).toEqual({ status: 'pending', ...nothing });
    });

    it('ends with its session, and the next checkout starts anew', async () => {
      const buyer = await someone();
      const { number, session } = await ordered(buyer);
      await stripe.webhooks('deliver');
      await stripe.expire(session);
      await eventually(async () => expect(await effects(number)).toEqual({ status: 'expired', ...nothing }));
      expect((await buyer.get(`/api/orders/${number}`)).body.checkoutUrl).toBeNull();
      expect((await ordered(buyer)).number).not.toBe(number);
    });
  });

  describe('the webhook', () => {
    const kept = async (id: string) => (await app.db.rows('SELECT 1 FROM stripe_events WHERE id = $1', [id])).length;
    const event = (id: string, more: object = {}) => ({
      id,
      object: 'event',
      type: 'customer.created',
      livemode: false,
      data: { object: { id: 'cus_1' } },
      ...more,
    });
    const now = () => Math.floor(Date.now() / 1000);

    it.each([
      ['a wrong secret', { secret: 'whsec_other' }],
      ['a stamp older than 300 s', { at: now() - 310 }],
      ['a stamp a day ahead', { at: now() + 86_400 }],
    ])('refuses %s and keeps nothing', async (what, signing) => {
      const id = `evt_${what.replace(/\W/g, '')}`;
      expect((await sendEvent(app.url, event(id), signing)).status).toBe(400);
      expect(await kept(id)).toBe(0);
    });

    it('refuses a body without a signature, a changed body, a thin event, a live event and 10 MB', async () => {
      const bare = await fetch(new URL('/stripe/events', app.url), {
        method: 'POST',
        body: JSON.stringify(event('evt_bare')),
      });
      expect(bare.status).toBe(400);
      expect((await sendEvent(app.url, { ...event('evt_thin'), object: 'v2.core.event' })).status).toBe(400);
      expect((await sendEvent(app.url, event('evt_live', { livemode: true }))).status).toBe(400);
      expect((await sendEvent(app.url, event('evt_big', { padding: 'x'.repeat(10_000_000) }))).status).toBe(413);
      expect(
        (await kept('evt_bare')) + (await kept('evt_thin')) + (await kept('evt_live')) + (await kept('evt_big')),
      ).toBe(0);
    });

    it('keeps an event of an unknown type once and ignores it', async () => {
      for (let copy = 0; copy < 3; copy += 1) expect((await sendEvent(app.url, event('evt_unknown'))).status).toBe(200);
      await eventually(async () =>
        expect(await app.db.rows(`SELECT outcome FROM stripe_events WHERE id = 'evt_unknown'`)).toEqual([
          { outcome: 'ignored' },
        ]),
      );
    });
  });
});
