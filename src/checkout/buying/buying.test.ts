import { Shoppers, testApp, type TestApp } from '../../../test/support/index.js';
import { StartCheckout } from '../index.js';

const bundle = 'cosmetic-injector-certification';
const html = { accept: 'text/html' };

describe('buying', () => {
  let app: TestApp;
  let shop: Shoppers;

  beforeAll(async () => {
    app = await testApp();
    shop = new Shoppers(app);
    await shop.stripe.webhooks('drop');
  }, 120_000);
  afterAll(() => app.close());

  const grantsOf = (orderId: string) =>
    app.db.rows<{ title: string; number: number; expiresAt: Date | null }>(
      `SELECT ed.title, ed.number, g.expires_at AS "expiresAt" FROM grants g JOIN enrollments e ON e.id = g.enrollment_id
       JOIN editions ed ON ed.id = e.edition_id JOIN order_lines l ON l.id::text = g.source_id
       WHERE l.order_id = $1 ORDER BY ed.title`,
      [orderId],
    );

  describe('the checkout promise', () => {
    /** From now on a course is sold for 90 days, with a fee for giving it back. */
    const otherTerms = (slug: string) =>
      app.db.rows(
        `WITH policy AS (INSERT INTO refund_policies (id, name, version, days, max_progress_percent, fee_percent, reason)
           VALUES (gen_random_uuid(), 'A week for ' || $1, 1, 7, 10, 5, 'A test') RETURNING id)
         INSERT INTO sale_terms (id, product_id, refund_policy_id, access_days, reason)
         SELECT gen_random_uuid(), p.id, policy.id, 90, 'A test' FROM products p, policy WHERE p.slug = $1`,
        [slug],
      );

    it('is shown before paying, frozen with the order, accepted by whom and where, and stands on receipt and mail', async () => {
      const buyer = await shop.someone();
      const before = await buyer.get('/checkout?product=upper-face', html);
      expect(before.text).toContain('What you get, and what holds');
      expect(before.text).toContain('Within 14 days of payment, as long as at most 25% of it is studied.');
      const order = await shop.bought(buyer, 'upper-face');
      await otherTerms('upper-face');
      expect((await buyer.get('/checkout?product=foundations', html)).text).toContain('No end date.');
      const { terms } = (await buyer.get(`/api/orders/${order.number}`)).body;
      expect(terms).toMatchObject({
        refund: { days: 14, maxProgressPercent: 25, feePercent: 0 },
        access: { days: null },
        editions: [{ title: expect.stringContaining('pper') as string, number: 1 }],
      });
      const page = await buyer.get(`/orders/${order.number}`, html);
      expect(page.text).toContain('Within 14 days of payment');
      const mail = await app.db.row<{ text: string }>('SELECT text FROM mails WHERE dedupe_key = $1', [
        `receipt:${order.id}`,
      ]);
      expect(mail!.text).toContain('Money back: Within 14 days of payment');
      const { accepted } = (await app.db.row<{ accepted: object }>('SELECT accepted FROM orders WHERE id = $1', [
        order.id,
      ]))!;
      expect(accepted).toEqual({
        at: expect.stringMatching(/^20.*Z$/) as string,
        ip: expect.stringMatching(/[0-9a-f.:]+/) as string,
        userAgent: expect.any(String) as string,
      });
    });

    it('gives the edition that was current at the order, for the days that were promised', async () => {
      const buyer = await shop.someone();
      await otherTerms('dermal-fillers');
      const order = await shop.placed(buyer, 'dermal-fillers');
      await app.db.transaction(async (tx) => {
        await tx.rows(
          `INSERT INTO editions SELECT (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(),
             'number', e.number + 1, 'content_hash', 'newer'))).* FROM editions e
           JOIN courses c ON c.current_edition_id = e.id WHERE c.slug = 'dermal-fillers'`,
        );
        await tx.rows(
          `UPDATE courses c SET current_edition_id = e.id FROM editions e
           WHERE e.course_id = c.id AND e.content_hash = 'newer'`,
        );
      });
      await shop.stripe.pay(order.session);
      await shop.settle(order);
      const [grant] = await grantsOf(order.id);
      expect(grant!.number).toBe(1);
      const days = (grant!.expiresAt!.getTime() - Date.now()) / 86_400_000;
      expect(Math.round(days)).toBe(90);
    });

    it('of several products is the kinder one for all of them', async () => {
      const buyer = await shop.someone();
      const { number } = await shop.placed(buyer, { items: [{ product: 'upper-face' }, { product: 'foundations' }] });
      const { terms } = (await buyer.get(`/api/orders/${number}`)).body;
      expect([terms.refund.days, terms.access.days]).toEqual([14, null]);
    });
  });

  describe('a code', () => {
    it('is entered on the checkout page, explained line by line, and bought with', async () => {
      const buyer = await shop.someone();
      await shop.code('SPRING-20', { percent: 20 });
      const page = await buyer.get('/checkout?product=foundations&code=spring-20', html);
      expect(page.text).toContain('Code SPRING-20: 20% off');
      const order = await shop.bought(buyer, { items: [{ product: 'foundations' }], code: 'spring-20' });
      expect(order.total).toBe(11_920);
      expect((await buyer.get(`/orders/${order.number}`, html)).text).toContain('-$29.80');
    });

    it('that does not count says why at its field, and the price is shown without it', async () => {
      const buyer = await shop.someone();
      const page = await buyer.get('/checkout?product=foundations&code=NOPE-NOPE', html);
      expect(page.text).toContain('id="field-code-error"');
      expect(page.text).toContain('This code is not known.');
      expect(page.text).toContain('value="NOPE-NOPE"');
      expect(page.text).toContain('Continue to pay $149.00');
    });

    it('that leaves nothing to pay makes a paid order without Stripe: receipt, access, mail and fact', async () => {
      const buyer = await shop.someone();
      await shop.code('ALL-FREE', { percent: 100, personLimit: 1 });
      const page = await buyer.get(`/checkout?product=${bundle}&code=ALL-FREE`, html);
      expect(page.text).toContain('Place the order, nothing to pay');
      const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)![1]!;
      const sent = await buyer.form('/checkout', {
        product: bundle,
        code: 'ALL-FREE',
        key: field('key'),
        amount: '0',
        currency: 'USD',
      });
      expect(sent.status).toBe(303);
      const done = await buyer.get(sent.headers.get('location')!, html);
      expect(done.text).toContain('Thank you');
      const order = await app.db.row(
        `SELECT o.id, o.status, o.checkout_session_id AS session,
           (SELECT count(*)::int FROM payments WHERE order_id = o.id) AS payments,
           (SELECT count(*)::int FROM receipts WHERE order_id = o.id) AS receipts,
           (SELECT count(*)::int FROM mails WHERE dedupe_key = 'receipt:' || o.id) AS mails,
           (SELECT count(*)::int FROM facts WHERE name = 'order.settled' AND data ->> 'orderId' = o.id::text) AS facts,
           (SELECT count(*)::int FROM code_claims WHERE holder_id = o.id AND kept_at IS NOT NULL) AS uses
         FROM orders o WHERE person_id = $1`,
        [buyer.personId],
      );
      expect(order).toMatchObject({
        status: 'paid',
        session: null,
        payments: 0,
        receipts: 1,
        mails: 1,
        facts: 1,
        uses: 1,
      });
      expect(await grantsOf((order as { id: string }).id)).toHaveLength(6);
      const again = await buyer.get(`/checkout?product=${bundle}`, html);
      expect(again.text).toContain('You have this already');
    });

    it('that leaves less than a card can pay is refused in plain words, and its use is free again', async () => {
      const buyer = await shop.someone();
      await shop.code('ALMOST-ALL', { amount: 14_870, personLimit: 1 });
      const body = { items: [{ product: 'foundations' }], code: 'ALMOST-ALL' };
      for (let time = 1; time <= 2; time += 1) {
        const answer = await buyer.post('/api/orders', body);
        expect([answer.status, answer.body.code]).toEqual([409, 'amount_too_small']);
      }
    });
  });

  describe('upgrade credit', () => {
    it('takes what was paid for a course off the bundle that has it, once, and comes back if that checkout ends', async () => {
      const buyer = await shop.someone();
      const course = await shop.bought(buyer, 'foundations');
      const offer = { items: [{ product: bundle }] };
      const full = (await app.client().post('/api/quotes', offer)).body.total.amount as number;
      const page = await buyer.get(`/checkout?product=${bundle}`, html);
      expect(page.text).toContain(`bought in order ${course.number}`);
      const placed = await buyer.post('/api/orders', offer);
      const order = await shop.byNumber(placed.body.number as string);
      const credit = full - order.total;
      expect(credit).toBeGreaterThan(0);
      const stored = await app.db.rows(
        `SELECT u.amount, l.order_id AS "from" FROM upgrade_credits u JOIN order_lines l ON l.id = u.from_order_line_id
         JOIN order_lines n ON n.id = u.order_line_id WHERE n.order_id = $1`,
        [order.id],
      );
      expect(stored).toEqual([{ amount: credit, from: course.id }]);
      await buyer.post(`/api/orders/${order.number}/cancellation`);
      const again = await shop.placed(buyer, offer);
      expect(again.total).toBe(order.total);
      await shop.stripe.pay(again.session);
      await shop.settle(again);
      expect(await shop.status(again)).toBe('paid');
      const owned = await buyer.post('/api/orders', offer);
      expect([owned.status, owned.body.code]).toEqual([409, 'already_owned']);
    });

    it('is not lent to two checkouts at a time', async () => {
      const buyer = await shop.someone();
      await shop.code('VERY-CHEAP', { percent: 90 });
      await shop.code('SECOND-WAY', { percent: 1 });
      const paid = await shop.bought(buyer, { items: [{ product: 'foundations' }], code: 'VERY-CHEAP' });
      const first = await shop.placed(buyer, bundle);
      const second = await shop.placed(buyer, { items: [{ product: bundle }], code: 'SECOND-WAY' });
      const credits = await app.db.rows(
        `SELECT l.order_id AS id, u.amount FROM upgrade_credits u JOIN order_lines l ON l.id = u.order_line_id
         WHERE l.order_id = ANY($1)`,
        [[first.id, second.id]],
      );
      expect(credits).toEqual([{ id: first.id, amount: paid.total }]);
    });
  });

  describe('an open checkout', () => {
    it('is cancelled by its buyer alone, and stays paid if the payment was quicker', async () => {
      const [buyer, stranger] = [await shop.someone(), await shop.someone()];
      const order = await shop.placed(buyer, 'foundations');
      expect((await stranger.post(`/api/orders/${order.number}/cancellation`)).status).toBe(404);
      expect((await buyer.get(`/orders/${order.number}`, html)).text).toContain('Cancel this checkout');
      const sent = await buyer.form(`/checkout/${order.number}/cancellation`, {});
      expect([sent.status, await shop.status(order)]).toEqual([303, 'expired']);
      const next = await shop.placed(buyer, 'foundations');
      await shop.stripe.pay(next.session);
      expect((await buyer.post(`/api/orders/${next.number}/cancellation`)).body.status).toBe('paid');
    });

    it('shows its own price on the checkout page until it ends', async () => {
      const buyer = await shop.someone();
      await shop.offer('foundations', 5_000, 1);
      await shop.placed(buyer, 'foundations');
      const page = await buyer.get('/checkout?product=foundations', html);
      expect(page.text).toContain('Your checkout is open');
      expect(page.text).toContain('Continue to pay $50.00');
    });

    it('of two verbs with the same key at once is one order', async () => {
      const buyer = await shop.someone();
      const request = { personId: buyer.personId, items: [{ product: 'upper-face' }], idempotencyKey: 'k1' };
      const orders = await Promise.all([1, 2, 3].map(() => app.get(StartCheckout).execute(request)));
      expect(new Set(orders.map(({ number }) => number)).size).toBe(1);
    });
  });

  it('answers the page of an unknown product with 404', async () => {
    const buyer = await shop.someone();
    const page = await buyer.get('/checkout?product=no-such-thing', html);
    expect([page.status, page.text.includes('Not found')]).toEqual([404, true]);
  });

  it('asks Stripe with the same key again after 429, 500 and a lost answer, and makes one session', async () => {
    const buyer = await shop.someone();
    for (const fault of [{ status: 429 }, { status: 500 }, { status: 'reset', after: true }, { status: 429 }]) {
      await shop.stripe.fault({ path: '/v1/checkout/sessions', method: 'POST', ...fault });
    }
    const order = await shop.placed(buyer, 'foundations');
    const sessions = await app.db.row<{ count: number }>(
      `SELECT count(*)::int AS count FROM stripe_sandbox.objects
       WHERE kind = 'checkout.session' AND body ->> 'client_reference_id' = $1`,
      [order.id],
    );
    expect(sessions!.count).toBe(1);
  }, 30_000);
});
