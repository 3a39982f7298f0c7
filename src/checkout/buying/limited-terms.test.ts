import { eventually, Shoppers, testApp, type TestApp } from '../../../test/support/index.js';

const course = 'dermal-fillers';
const listPrice = 24_900;
const offerPrice = 9_900;

describe('what there is only so much of', () => {
  let app: TestApp;
  let shop: Shoppers;

  beforeAll(async () => {
    app = await testApp();
    shop = new Shoppers(app);
    await shop.stripe.webhooks('drop');
  }, 120_000);
  afterAll(() => app.close());

  const endOffers = () =>
    app.db.transaction(async (tx) => {
      await tx.rows('SET LOCAL session_replication_role = replica');
      await tx.rows(
        `UPDATE offers SET during = tstzrange(lower(during), date_trunc('milliseconds', clock_timestamp())) WHERE upper(during) > clock_timestamp()`,
      );
    });
  const paidAt = async (price: number) =>
    (await app.db.row<{ count: number }>('SELECT count(*)::int AS count FROM payments WHERE amount = $1', [price]))!
      .count;

  it('sells 100 seats of an offer to 150 buyers at once exactly 100 times, and shows the others the price now', async () => {
    await shop.offer(course, offerPrice, 100);
    const buyers = await shop.crowd(150);
    const seen = { amount: offerPrice, currency: 'USD' };
    const answers = await Promise.all(
      buyers.map((buyer) => buyer.post('/api/orders', { items: [{ product: course }], expectedTotal: seen })),
    );
    const placed = answers.filter(({ status }) => status === 201);
    const refused = answers.filter(({ status }) => status === 409);
    expect([placed.length, refused.length]).toEqual([100, 50]);
    for (const { body } of refused) {
      expect([body.code, body.quote.total.amount]).toEqual(['price_changed', listPrice]);
    }
    const orders = await Promise.all(placed.map(({ body }) => shop.byNumber(body.number as string)));
    await Promise.all(
      orders.map(async (order) => {
        await shop.stripe.pay(order.session);
        await shop.settle(order);
      }),
    );
    expect(await paidAt(offerPrice)).toBe(100);
    expect((await shop.placed(buyers[149]!, 'upper-face')).total).toBe(19_900);
    await endOffers();
  }, 120_000);

  it('gives a seat back when its checkout ends, is cancelled, or the bank refuses, and to nobody twice', async () => {
    await shop.offer('upper-face', offerPrice, 1);
    const [first, second, third, fourth] = await shop.crowd(4);
    const price = async (buyer: typeof first) =>
      (await buyer!.post('/api/quotes', { items: [{ product: 'upper-face' }] })).body.total.amount as number;
    const expired = await shop.placed(first!, 'upper-face');
    expect([expired.total, await price(second)]).toEqual([offerPrice, 19_900]);
    await shop.stripe.expire(expired.session);
    await shop.settle(expired);
    const cancelled = await shop.placed(second!, 'upper-face');
    expect([cancelled.total, await price(third)]).toEqual([offerPrice, 19_900]);
    expect((await second!.post(`/api/orders/${cancelled.number}/cancellation`)).body.status).toBe('expired');
    const refused = await shop.placed(third!, 'upper-face');
    await shop.stripe.pay(refused.session, { method: 'bank_debit' });
    await shop.settle(refused);
    expect([await shop.status(refused), await price(fourth)]).toEqual(['awaiting_payment', 19_900]);
    await shop.stripe.settleAsync(refused.session, 'fail');
    await shop.settle(refused);
    expect((await shop.placed(fourth!, 'upper-face')).total).toBe(offerPrice);
    expect(await price(first)).toBe(19_900);
    await endOffers();
  });

  it('redeems a code limited to 10 ten times of 100 at once', async () => {
    await shop.code('TEN-ONLY', { percent: 50, totalLimit: 10 });
    const buyers = await shop.crowd(100);
    const answers = await Promise.all(
      buyers.map((buyer) => buyer.post('/api/orders', { items: [{ product: course }], code: 'ten-only' })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(
      new Set(refused.map(({ status, body }) => `${status} ${body.code} ${Object.keys(body.errors as object)}`)),
    ).toEqual(new Set(['422 code_used_up code']));
    for (const { body } of answers.filter(({ status }) => status === 201)) {
      expect(body.total.amount).toBe(listPrice / 2);
    }
  }, 120_000);

  it('keeps the open checkout of a code that may be used once, and frees the use with it', async () => {
    await shop.code('ONCE-EACH', { percent: 10, personLimit: 1 });
    const buyer = await shop.someone();
    const body = { items: [{ product: course }], code: 'ONCE-EACH' };
    const first = await shop.placed(buyer, body);
    expect((await shop.placed(buyer, body)).number).toBe(first.number);
    const other = await buyer.post('/api/orders', { items: [{ product: 'upper-face' }], code: 'ONCE-EACH' });
    expect([other.status, other.body.code]).toEqual([422, 'code_used_by_you']);
    await buyer.post(`/api/orders/${first.number}/cancellation`);
    expect((await shop.placed(buyer, { items: [{ product: 'upper-face' }], code: 'ONCE-EACH' })).total).toBe(17_910);
  });

  it('lets a code go over to a cheaper checkout of the same, when an offer starts meanwhile', async () => {
    await shop.code('MOVES-ON', { percent: 10, personLimit: 1, totalLimit: 1 });
    const buyer = await shop.someone();
    const body = { items: [{ product: 'lower-face-and-neck' }], code: 'MOVES-ON' };
    const dear = await shop.placed(buyer, body);
    await shop.offer('lower-face-and-neck', 10_000);
    const cheap = await shop.bought(buyer, body);
    expect([cheap.total, await shop.status(dear)]).toEqual([9_000, 'expired']);
    const claims = await app.db.rows(
      `SELECT holder_id AS id, kept_at IS NOT NULL AS kept, released_at IS NOT NULL AS released
       FROM code_claims WHERE person_id = $1 ORDER BY claimed_at`,
      [buyer.personId],
    );
    expect(claims).toEqual([
      { id: dear.id, kept: false, released: true },
      { id: cheap.id, kept: true, released: false },
    ]);
    await endOffers();
  });

  it('honours money that came after its seat had gone to somebody else, and tells staff', async () => {
    await shop.offer('foundations', offerPrice, 1);
    const [late, quick] = await shop.crowd(2);
    const lost = await shop.placed(late!, 'foundations');
    await shop.stripe.pay(lost.session);
    // As if Stripe had said that it expired: the payment is learnt of later.
    await app.db.transaction(async (tx) => {
      await tx.rows(`UPDATE orders SET status = 'expired', ended_reason = 'not_paid' WHERE id = $1`, [lost.id]);
      await tx.rows('UPDATE offer_claims SET released_at = now() WHERE holder_id = $1', [lost.id]);
    });
    await shop.bought(quick!, 'foundations');
    await shop.settle(lost);
    expect(await shop.status(lost)).toBe('paid');
    await eventually(async () =>
      expect(await app.db.rows('SELECT reason FROM order_reviews WHERE order_id = $1', [lost.id])).toEqual([
        { reason: 'oversold' },
      ]),
    );
  });
});
