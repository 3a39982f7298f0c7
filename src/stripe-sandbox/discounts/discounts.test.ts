import type Stripe from 'stripe';
import { aCourse, type Harness, refusal, startHarness, submitForm } from '../testing/harness.js';

describe('discounts', () => {
  let sandbox: Harness;
  let stripe: Stripe;
  beforeAll(async () => {
    sandbox = await startHarness();
    stripe = sandbox.stripe;
  });
  afterAll(() => sandbox.close());

  const open = (terms: Partial<Stripe.Checkout.SessionCreateParams>) => stripe.checkout.sessions.create(aCourse(terms));
  const pay = (session: Stripe.Checkout.Session, terms: object = {}) =>
    sandbox.control<{ session: Stripe.Checkout.Session }>(`/sessions/${session.id}/pay`, terms);
  const codeFor = (coupon: string, terms: Partial<Stripe.PromotionCodeCreateParams> = {}) =>
    stripe.promotionCodes.create({ promotion: { type: 'coupon', coupon }, ...terms });

  describe('a coupon', () => {
    it('is made, found, renamed and deleted', async () => {
      const coupon = await stripe.coupons.create({ id: 'SPRING', percent_off: 12.5, metadata: { own: '1' } });
      expect(coupon).toMatchObject({ percent_off: 12.5, duration: 'once', times_redeemed: 0, valid: true });
      expect((await refusal(stripe.coupons.create({ id: 'SPRING', percent_off: 1 }))).code).toBe(
        'resource_already_exists',
      );
      expect(await stripe.coupons.update('SPRING', { name: 'Spring' })).toMatchObject({ name: 'Spring' });
      expect((await stripe.coupons.list()).data.map(({ id }) => id)).toContain('SPRING');
      expect(await stripe.coupons.del('SPRING')).toEqual(expect.objectContaining({ id: 'SPRING', deleted: true }));
      expect((await refusal(stripe.coupons.retrieve('SPRING'))).code).toBe('resource_missing');
    });

    it.each<[string, Stripe.CouponCreateParams, string]>([
      ['both an amount and a percentage', { amount_off: 100, currency: 'usd', percent_off: 10 }, 'percent_off'],
      ['neither', {}, 'percent_off'],
      ['an amount without its currency', { amount_off: 100 }, 'currency'],
      ['more than all', { percent_off: 101 }, 'percent_off'],
      ['months without repeating', { percent_off: 10, duration_in_months: 3 }, 'duration_in_months'],
      ['an end in the past', { percent_off: 10, redeem_by: 1_000_000 }, 'redeem_by'],
    ])('is refused with %s', async (_what, terms, param) => {
      expect(await refusal(stripe.coupons.create(terms))).toMatchObject({ statusCode: 400, param });
    });

    it('lowers a session, says where, and counts once it is paid', async () => {
      const coupon = await stripe.coupons.create({ amount_off: 5_000, currency: 'usd', max_redemptions: 1 });
      const session = await open({ discounts: [{ coupon: coupon.id }] });
      expect(session).toMatchObject({
        amount_subtotal: 24_900,
        amount_total: 19_900,
        total_details: { amount_discount: 5_000 },
        discounts: [{ coupon: coupon.id, promotion_code: null }],
      });
      const shown = await stripe.checkout.sessions.retrieve(session.id, {
        expand: ['total_details.breakdown', 'line_items.data.discounts', 'discounts.coupon'],
      });
      expect(shown.total_details!.breakdown!.discounts).toMatchObject([
        { amount: 5_000, discount: { source: { coupon: coupon.id } } },
      ]);
      expect(shown.line_items!.data[0]!.discounts).toMatchObject([{ amount: 5_000 }]);
      expect(shown.discounts![0]!.coupon).toMatchObject({ id: coupon.id, amount_off: 5_000 });
      expect(await stripe.coupons.retrieve(coupon.id)).toMatchObject({ times_redeemed: 0, valid: true });
      const other = await open({ discounts: [{ coupon: coupon.id }] });
      const paid = (await pay(session)).session;
      const intent = await stripe.paymentIntents.retrieve(paid.payment_intent as string);
      expect(intent.amount_received).toBe(19_900);
      expect(await stripe.coupons.retrieve(coupon.id)).toMatchObject({ times_redeemed: 1, valid: false });
      expect((await refusal(open({ discounts: [{ coupon: coupon.id }] }))).code).toBe('coupon_expired');
      await expect(pay(other)).rejects.toThrow('Coupon expired');
      expect((await stripe.checkout.sessions.retrieve(other.id)).status).toBe('open');
    });

    it('of all of the price makes the order free', async () => {
      const { id } = await stripe.coupons.create({ percent_off: 100 });
      const session = await open({ discounts: [{ coupon: id }] });
      expect(session.amount_total).toBe(0);
      expect((await pay(session)).session.payment_status).toBe('no_payment_required');
    });

    it('comes before tax', async () => {
      const { id } = await stripe.coupons.create({ percent_off: 50 });
      const session = await open({ discounts: [{ coupon: id }], automatic_tax: { enabled: true } });
      const { session: paid } = await pay(session, { address: { country: 'US', state: 'CA' } });
      expect(paid).toMatchObject({
        amount_subtotal: 24_900,
        total_details: { amount_discount: 12_450, amount_tax: 903 },
      });
      expect(paid.amount_total).toBe(12_450 + 903);
    });

    it('in another currency, of another time or beside codes is refused', async () => {
      const { id } = await stripe.coupons.create({ amount_off: 500, currency: 'eur' });
      expect((await refusal(open({ discounts: [{ coupon: id }] }))).message).toContain('usd');
      expect((await refusal(open({ discounts: [{ coupon: 'none' }] }))).code).toBe('resource_missing');
      const both = open({ discounts: [{ coupon: id }], allow_promotion_codes: true });
      expect((await refusal(both)).param).toBe('allow_promotion_codes');
      const two = open({ discounts: [{ coupon: id, promotion_code: 'promo_1' }] });
      expect((await refusal(two)).param).toBe('discounts[0]');
    });
  });

  describe('a promotion code', () => {
    let coupon: Stripe.Coupon;
    beforeAll(async () => void (coupon = await stripe.coupons.create({ percent_off: 20, name: 'Friends' })));

    it('is written once while it is active, in whatever case and by however many at once', async () => {
      const tries = await Promise.allSettled(
        ['FRIEND', 'friend', 'Friend'].map((code) => codeFor(coupon.id, { code })),
      );
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const [code] = (await stripe.promotionCodes.list({ coupon: coupon.id, active: true })).data;
      await stripe.promotionCodes.update(code!.id, { active: false });
      const again = await codeFor(coupon.id, { code: 'FRIEND' });
      expect(again).toMatchObject({ active: true, code: 'FRIEND', promotion: { coupon: coupon.id } });
      expect((await refusal(stripe.promotionCodes.update(code!.id, { active: true }))).param).toBe('code');
      const shown = await stripe.promotionCodes.retrieve(again.id, { expand: ['promotion.coupon'] });
      expect(shown.promotion.coupon).toMatchObject({ name: 'Friends' });
    });

    it('typed on the page changes the total, which is shown before it is paid', async () => {
      await codeFor(coupon.id, { code: 'PAGE20', max_redemptions: 1 });
      const session = await open({ allow_promotion_codes: true });
      const page = async () => (await fetch(session.url!)).text();
      expect(await page()).toContain('name="promotionCode"');
      const wrong = await submitForm(session, { promotionCode: '<b>' }, '/code');
      expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('This code is not valid')]);
      expect((await submitForm(session, { promotionCode: '' }, '/code')).status).toBe(422);
      const entered = await submitForm(session, { promotionCode: ' page20 ' }, '/code');
      expect([entered.status, entered.headers.get('location')]).toEqual([303, `/c/pay/${session.id}`]);
      expect(await page()).toContain('$199.20');
      await submitForm(session, { card_number: '4242424242424242' });
      const paid = await stripe.checkout.sessions.retrieve(session.id);
      expect(paid).toMatchObject({ amount_total: 19_920, status: 'complete', discounts: [{ coupon: null }] });
      const code = await stripe.promotionCodes.retrieve(paid.discounts![0]!.promotion_code as string);
      expect(code).toMatchObject({ times_redeemed: 1, active: false });
      expect((await submitForm(session, { promotionCode: 'PAGE20' }, '/code')).status).toBe(409);
    });

    it('keeps the tax right when it is entered after the address', async () => {
      await codeFor(coupon.id, { code: 'TAXED' });
      const session = await open({ allow_promotion_codes: true, automatic_tax: { enabled: true } });
      const { session: paid } = await pay(session, {
        address: { country: 'US', state: 'CA' },
        promotionCode: 'taxed',
      });
      expect(paid.total_details).toMatchObject({ amount_discount: 4_980, amount_tax: 1_444 });
      expect(paid.amount_total).toBe(24_900 - 4_980 + 1_444);
    });

    it.each<[string, Partial<Stripe.PromotionCodeCreateParams>, string]>([
      ['for larger orders', { restrictions: { minimum_amount: 30_000, minimum_amount_currency: 'usd' } }, 'at least'],
      [
        'for orders in euros',
        { restrictions: { minimum_amount: 1, minimum_amount_currency: 'eur' } },
        'not for payments',
      ],
    ])('%s is refused here', async (_what, terms, message) => {
      const { id } = await codeFor(coupon.id, terms);
      expect((await refusal(open({ discounts: [{ promotion_code: id }] }))).message).toContain(message);
    });

    it('for a customer, and for a first payment, is refused to others and the second time', async () => {
      const [mine, other] = [await stripe.customers.create(), await stripe.customers.create()];
      const { id } = await codeFor(coupon.id, { customer: mine.id, restrictions: { first_time_transaction: true } });
      const discounts = [{ promotion_code: id }];
      expect((await refusal(open({ discounts, customer: other.id }))).message).toContain('another customer');
      await pay(await open({ discounts, customer: mine.id }));
      expect((await refusal(open({ discounts, customer: mine.id }))).message).toContain('first payment');
    });

    it('runs out on its day, and with its coupon', async () => {
      const now = Math.floor((await sandbox.control<{ now: number }>('/clock', { advance: 0 })).now);
      const short = await codeFor(coupon.id, { expires_at: now + 3_600 });
      const brief = await stripe.coupons.create({ percent_off: 5, redeem_by: now + 3_600 });
      const behind = await codeFor(brief.id);
      await sandbox.control('/clock', { advance: 3_601 });
      for (const { id } of [short, behind]) {
        expect((await stripe.promotionCodes.retrieve(id)).active).toBe(false);
        expect((await refusal(open({ discounts: [{ promotion_code: id }] }))).code).toBe('promotion_code_inactive');
      }
      expect((await stripe.coupons.retrieve(brief.id)).valid).toBe(false);
      expect((await refusal(codeFor(brief.id))).param).toBe('promotion[coupon]');
    });
  });
});
