import { Sales, type Sale } from '../../../test/fixtures/sales.js';
import { holdQuery } from '../../../test/faults/hold-query.js';
import { testApp, type TestApp } from '../../../test/support/index.js';
import { CompleteItem } from '../../enrollment/index.js';
import { DomainError } from '../../shared/index.js';
import { ChargeInstalment } from '../plans/charge-instalment.js';
import { PayInstalments } from '../plans/pay-instalments.js';
import { ReturnLatePayment } from '../plans/return-late-payment.js';
import { SettlePages } from '../plans/settle-pages.js';
import { ReconcilePayment } from '../settling/reconcile-payment.js';
import { AllocateRefund } from './allocate-refund.js';
import { DecideRefund } from './decide-refund.js';
import { RefundCases } from './refund-case.js';
import { RefundIneligible } from './refund-ineligible.js';
import { RefundOrder } from './refund-order.js';
import { quoteRefund } from './refund-quote.js';
import { RequestRefund } from './request-refund.js';
import { SweepRefunds } from './sweep-refunds.js';

describe('refunds', () => {
  let app: TestApp;
  let sales: Sales;
  let staff: string;

  beforeAll(async () => {
    // Without jobs: what happens, happens because a test did it.
    app = await testApp({ PROCESS: 'web' });
    sales = new Sales(app);
    await sales.stripe.webhooks('drop');
    staff = await sales.someone();
  }, 120_000);
  afterAll(() => app.close());

  const usd = (amount: number) => ({ amount, currency: 'USD' });
  const quoteOf = async (number: string) => {
    const order = await app.get(RefundCases).byNumber(number);
    const [{ now }] = (await app.db.rows<{ now: Date }>('SELECT now()')) as [{ now: Date }];
    return quoteRefund(order!, now, { strict: true });
  };
  const ask = (sale: Sale, amount: number, lineIds = sale.lines) =>
    app.get(RequestRefund).execute({ ...sale, lineIds, reason: 'I changed my mind', expected: usd(amount) });
  const approve = (requestId: string) => app.get(DecideRefund).approve({ requestId, by: staff });
  const refund = (sale: Sale, amount?: number, closes = true, lineIds = sale.lines) =>
    app.get(RefundOrder).execute({ ...sale, cause: 'staff', by: staff, note: 'Goodwill', lineIds, amount, closes });
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof DomainError ? error.code : error),
    );
  const mails = async (sale: Sale) =>
    (
      await app.db.rows<{ kind: string }>(`SELECT kind FROM mails WHERE to_email = $1 || '@example.test' ORDER BY id`, [
        sale.personId,
      ])
    )
      .map(({ kind }) => kind)
      .filter((kind) => kind !== 'receipt');
  const atStripe = (sale: Sale) =>
    app.db.row<{ refunded: number; refunds: number }>(
      `SELECT (body ->> 'amount_refunded')::int AS refunded,
         (SELECT count(*)::int FROM stripe_sandbox.objects r WHERE r.kind = 'refund' AND r.body ->> 'charge' = c.id) AS refunds
       FROM stripe_sandbox.objects c WHERE c.id = $1`,
      [sale.charge],
    );
  const expectPaid = (sale: Sale) =>
    expect(sales.standing(sale.number)).resolves.toMatchObject({ status: 'paid', paused: [] });

  it('quote to the cent what goes back, course by course, before anybody asks', async () => {
    const sale = await sales.sold(['cosmetic-injector-certification']);
    const quote = await quoteOf(sale.number);
    expect(quote.total).toEqual(usd(44_900));
    expect(quote.lines[0]!.courses.reduce((sum, course) => sum + course.amount.amount, 0)).toBe(44_900);
    expect(quote.policy).toBe(
      'Within 14 days of payment, as long as at most 25% of it is studied. No fee is deducted.',
    );
    expect(quote.lines[0]!.refusal).toBeNull();
  });

  it('are asked for, approved, sent once, and take back exactly what the line gave', async () => {
    const sale = await sales.sold(['foundations', 'upper-face']);
    const { id } = await ask(sale, 19_900, [sale.lines[1]!]);
    await expectPaid(sale);
    const answers = await Promise.all([approve(id), codeOf(approve(id)), codeOf(approve(id))].map(codeOf));
    expect(answers.filter((answer) => answer === 'done').length).toBeGreaterThanOrEqual(1);
    expect(await atStripe(sale)).toEqual({ refunded: 19_900, refunds: 1 });
    expect(await sales.standing(sale.number)).toEqual({
      status: 'partially_refunded',
      open: ['foundations'],
      paused: [],
    });
    expect(await mails(sale)).toEqual(['refund-asked', 'refund-sent']);
  });

  it('are refused where the amount shown is no longer the amount, where the period is over, and where too much is studied', async () => {
    const sale = await sales.sold(['foundations']);
    const owed = (await quoteOf(sale.number)).total.amount;
    expect(await codeOf(ask(sale, owed + 1))).toBe('refund_changed');
    const late = await sales.sold(['foundations']);
    await app.db.rows(`UPDATE orders SET settled_at = now() - interval '14 days' WHERE id = $1`, [late.orderId]);
    expect((await quoteOf(late.number)).lines[0]!.refusal).toBe('The 14 days for a refund are over.');
    expect(await codeOf(ask(late, owed))).toBe('nothing_to_refund');
    const studied = await sales.sold(['foundations']);
    await studyMost(studied);
    expect((await quoteOf(studied.number)).lines[0]!.refusal).toMatch(/% is studied; refunds end at 25%\.$/);
    expect(await codeOf(ask(studied, owed))).toBe('nothing_to_refund');
  });

  it('keep the amount of the moment they were asked for, however long the decision takes', async () => {
    const sale = await sales.sold(['foundations']);
    const owed = (await quoteOf(sale.number)).total.amount;
    const { id } = await ask(sale, owed);
    await app.db.rows(`UPDATE orders SET settled_at = now() - interval '40 days' WHERE id = $1`, [sale.orderId]);
    await approve(id);
    expect(await atStripe(sale)).toEqual({ refunded: owed, refunds: 1 });
    expect(await sales.standing(sale.number)).toEqual({ status: 'refunded', open: [], paused: [] });
  });

  it('are asked for one at a time, declined with a sentence, or taken back by who asked', async () => {
    const sale = await sales.sold(['foundations']);
    const owed = (await quoteOf(sale.number)).total.amount;
    const { id } = await ask(sale, owed);
    expect(await codeOf(ask(sale, owed))).toBe('refund_asked_already');
    expect(await codeOf(app.get(DecideRefund).withdraw({ requestId: id, by: staff }))).toBe('not_found');
    await app.get(DecideRefund).withdraw({ requestId: id, by: sale.personId });
    const again = await ask(sale, owed);
    await app.get(DecideRefund).decline({ requestId: again.id, by: staff, note: 'You sold the login.' });
    expect(await codeOf(approve(again.id))).toBe('refund_decided');
    await expectPaid(sale);
    expect(await mails(sale)).toEqual(['refund-asked', 'refund-asked', 'refund-declined']);
  });

  it("of somebody else's order are as unknown as those of none", async () => {
    const sale = await sales.sold(['foundations']);
    expect(await codeOf(ask({ ...sale, personId: await sales.someone() }, 100))).toBe('not_found');
    expect(await codeOf(ask({ ...sale, number: 'GL-0000-0000' }, 100))).toBe('not_found');
  });

  it('by staff give any amount that is left, with or without access, and the last one takes what remains', async () => {
    const sale = await sales.sold(['cosmetic-injector-certification']);
    await refund(sale, 10_001, false);
    expect(await sales.standing(sale.number)).toMatchObject({ status: 'partially_refunded', open: { length: 6 } });
    expect(await codeOf(refund(sale, 34_900))).toBe('refund_too_high');
    await refund(sale);
    expect(await atStripe(sale)).toEqual({ refunded: 44_900, refunds: 2 });
    expect(await sales.standing(sale.number)).toEqual({ status: 'refunded', open: [], paused: [] });
    expect(await codeOf(refund(sale))).toBe('nothing_to_refund');
  });

  it('never exceed what was paid, whoever clicks at the same moment', async () => {
    const sale = await sales.sold(['foundations']);
    const owed = (await quoteOf(sale.number)).total.amount;
    const half = Math.floor(owed / 2) + 1;
    const answers = await Promise.all(Array.from({ length: 6 }, () => codeOf(refund(sale, half, false))));
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
    expect(await atStripe(sale)).toEqual({ refunded: half, refunds: 1 });
  });

  it('are held to what was paid by the database itself', async () => {
    const sale = await sales.sold(['foundations']);
    await refund(sale, 100, false);
    const forged = app.db.rows(
      `INSERT INTO refund_parts (id, refund_id, payment_id, amount, status)
       SELECT gen_random_uuid(), f.id, y.id, y.amount, 'open' FROM refunds f JOIN payments y USING (order_id) WHERE f.order_id = $1`,
      [sale.orderId],
    );
    await expect(forged).rejects.toMatchObject({ constraint: 'tg_refund_parts_paid' });
  });

  it('are not approved any more where staff refunded some of it otherwise since they were asked for', async () => {
    const sale = await sales.sold(['foundations', 'upper-face']);
    const { id } = await ask(sale, 19_900, [sale.lines[1]!]);
    await refund(sale, 5_000, false, [sale.lines[1]!]);
    expect(await codeOf(approve(id))).toBe('nothing_to_refund');
    expect(await atStripe(sale)).toEqual({ refunded: 5_000, refunds: 1 });
    await app.get(DecideRefund).decline({ requestId: id, by: staff, note: 'We refunded $50.00 of it yesterday.' });
  });

  it('of a line give the credit it used back to the purchase it came from, also when other lines stay', async () => {
    const first = await sales.sold(['foundations']);
    const owed = async () => (await quoteOf(first.number)).total.amount;
    const before = await owed();
    const products = ['cosmetic-injector-certification', 'botulinum-toxin-for-pain'];
    const bundle = await sales.sold(products, first.personId);
    expect(await owed()).toBeLessThan(before);
    await refund(bundle, undefined, true, [bundle.lines[1]!]);
    expect(await owed()).toBeLessThan(before);
    await refund(bundle, undefined, true, [bundle.lines[0]!]);
    expect(await owed()).toBe(before);
  });

  it('of an order over nothing take back its access alone', async () => {
    const sale = await sales.given(['foundations']);
    expect((await quoteOf(sale.number)).total.amount).toBe(0);
    const { id } = await ask(sale, 0);
    await approve(id);
    expect(await sales.standing(sale.number)).toEqual({ status: 'refunded', open: [], paused: [] });
    expect(await mails(sale)).toEqual(['refund-asked', 'refund-sent']);
  });

  describe('of an order that is paid in instalments', () => {
    const products = ['foundations', 'upper-face'];
    beforeAll(() =>
      app.db.rows(
        `INSERT INTO sale_terms (id, product_id, refund_policy_id, plan, reason)
         SELECT gen_random_uuid(), p.id, r.id, '{"instalments": 3, "everyMonths": 1, "graceDays": 7}', 'A test'
         FROM products p, (SELECT id FROM refund_policies ORDER BY created_at LIMIT 1) r WHERE p.slug = ANY($1)`,
        [products],
      ),
    );
    const instalments = (sale: Sale) =>
      app.db.rows<{ id: string; paid: boolean; cancelled: boolean }>(
        `SELECT id, paid_at IS NOT NULL AS paid, cancelled_at IS NOT NULL AS cancelled FROM instalments
         WHERE order_id = $1 ORDER BY position`,
        [sale.orderId],
      );

    it('give back what was paid so far, line by line its part, and cancel the instalments that are left', async () => {
      const sale = await sales.sold(products, undefined, true);
      const paid = (await app.db.row<{ amount: number }>('SELECT amount FROM payments WHERE order_id = $1', [
        sale.orderId,
      ]))!.amount;
      const quote = await quoteOf(sale.number);
      expect(quote.total.amount).toBe(paid);
      expect(quote.lines.every((line) => line.amount.amount > 0)).toBe(true);
      expect(await codeOf(ask(sale, quote.lines[0]!.amount.amount, [sale.lines[0]!]))).toBe('refund_whole_order');
      expect(await codeOf(refund(sale, undefined, true, [sale.lines[0]!]))).toBe('refund_whole_order');
      const { id } = await ask(sale, paid);
      await approve(id);
      expect(await atStripe(sale)).toEqual({ refunded: paid, refunds: 1 });
      expect(await sales.standing(sale.number)).toEqual({ status: 'refunded', open: [], paused: [] });
      expect((await instalments(sale)).map(({ cancelled }) => cancelled)).toEqual([false, true, true]);
      expect(await mailText(sale, 'refund-sent')).toContain('No further instalment of this order will be charged.');
    });

    it('close the payment page that is open, so that nobody pays the rest of what was given back', async () => {
      const sale = await sales.sold(products, undefined, true);
      await app.get(PayInstalments).execute({ ...sale, rest: true });
      const page = await app.db.row<{ session: string }>(
        'SELECT session_id AS session FROM instalment_pages WHERE order_id = $1',
        [sale.orderId],
      );
      await app.get(SettlePages).afterRefund({ data: sale });
      await refund(sale);
      await app.get(SettlePages).afterRefund({ data: sale });
      await expect(sales.stripe.pay(page!.session)).rejects.toThrow();
    });

    it('give an instalment back by themselves that the bank paid after all, and say so', async () => {
      const sale = await sales.sold(products, undefined, true);
      const next = (await instalments(sale))[1]!.id;
      await app.db.rows(`UPDATE instalments SET due_at = now(), next_try_at = now() WHERE id = $1`, [next]);
      const held = holdQuery('SELECT o.id, o.person_id AS \\"personId\\", o.purpose');
      const charging = app.get(ChargeInstalment).execute(next);
      await held.reached;
      await refund(sale);
      held.release();
      await charging;
      expect(await instalments(sale)).toMatchObject([{ paid: true }, { paid: true }, { cancelled: true }]);
      expect(await reviews(sale)).toEqual(['paid_after_refund']);
      expect(await mailText(sale, 'instalment-late')).toContain('buys nothing');
      const late = { data: { orderId: sale.orderId, instalmentId: next } };
      await Promise.all([1, 2].map(() => app.get(ReturnLatePayment).execute(late)));
      const back = await app.db.row<{ left: number }>(
        `SELECT sum(y.amount)::int - (SELECT sum(a.amount)::int FROM refund_parts a JOIN payments p ON p.id = a.payment_id
           WHERE p.order_id = $1) AS left FROM payments y WHERE y.order_id = $1`,
        [sale.orderId],
      );
      expect(back!.left).toBe(0);
      expect(await openReviews(sale)).toEqual([]);
      expect(await sales.standing(sale.number)).toMatchObject({ status: 'refunded', open: [] });
    });
  });

  it('are finished by the sweeper with the same key when Stripe or the process failed in between', async () => {
    const sale = await sales.sold(['foundations']);
    const owed = (await quoteOf(sale.number)).total.amount;
    await sales.stripe.fault({ path: '/v1/refunds', method: 'POST', status: 500, after: true, times: 3 });
    const { id } = await ask(sale, owed);
    await approve(id);
    await expectPaid(sale);
    await app.db.rows(`UPDATE refunds SET created_at = now() - interval '5 minutes' WHERE order_id = $1`, [
      sale.orderId,
    ]);
    await app.get(SweepRefunds).execute();
    expect(await atStripe(sale)).toEqual({ refunded: owed, refunds: 1 });
    expect(await sales.standing(sale.number)).toMatchObject({ status: 'refunded', open: [] });
  });

  it('that fail at the bank open everything again and come before staff', async () => {
    const sale = await sales.sold(['foundations']);
    await refund(sale);
    const { id } = (await app.db.row<{ id: string }>(
      `SELECT id FROM stripe_sandbox.objects WHERE kind = 'refund' AND body ->> 'charge' = $1`,
      [sale.charge],
    ))!;
    await sales.stripe.failRefund(id);
    await app.get(ReconcilePayment).execute(sale.paymentIntent);
    await app.get(ReconcilePayment).execute(sale.paymentIntent);
    expect(await sales.standing(sale.number)).toEqual({ status: 'paid', open: ['foundations'], paused: [] });
    expect(await reviews(sale)).toEqual(['refund_failed']);
    expect(await mails(sale)).toEqual(['refund-sent', 'refund-failed']);
    expect(await openReviews(sale)).toEqual(['refund_failed']);
    await refund(sale);
    expect(await sales.standing(sale.number)).toMatchObject({ status: 'refunded', open: [] });
    expect(await openReviews(sale)).toEqual([]);
  });

  describe("made in Stripe's dashboard", () => {
    it('close what their amount can only mean: the whole order, or one line', async () => {
      const whole = await sales.sold(['foundations', 'upper-face']);
      await sales.stripe.dashboardRefund(whole.charge);
      await app.get(ReconcilePayment).execute(whole.paymentIntent);
      expect(await sales.standing(whole.number)).toMatchObject({ status: 'refunded', open: [] });
      const line = await sales.sold(['foundations', 'upper-face']);
      await sales.stripe.dashboardRefund(line.charge, 19_900);
      await app.get(ReconcilePayment).execute(line.paymentIntent);
      expect(await sales.standing(line.number)).toMatchObject({ status: 'partially_refunded', open: ['foundations'] });
    });

    it('of a part of the only line belong to that line, and leave its access open', async () => {
      const sale = await sales.sold(['foundations']);
      await sales.stripe.dashboardRefund(sale.charge, 5_000);
      await app.get(ReconcilePayment).execute(sale.paymentIntent);
      expect(await reviews(sale)).toEqual([]);
      expect(await sales.standing(sale.number)).toMatchObject({ status: 'partially_refunded', open: ['foundations'] });
    });

    it('wait for "which line?" when it could be any, and staff allocate them once', async () => {
      const sale = await sales.sold(['foundations', 'upper-face']);
      await sales.stripe.dashboardRefund(sale.charge, 1_234);
      await app.get(ReconcilePayment).execute(sale.paymentIntent);
      await app.get(ReconcilePayment).execute(sale.paymentIntent);
      expect(await sales.standing(sale.number)).toMatchObject({ status: 'partially_refunded', open: { length: 2 } });
      expect(await reviews(sale)).toEqual(['unallocated_refund']);
      const { id } = (await app.db.row<{ id: string }>('SELECT id FROM refunds WHERE order_id = $1', [sale.orderId]))!;
      const allocation = { refundId: id, by: staff, closes: true, lineIds: [sale.lines[0]!] };
      expect(await codeOf(app.get(AllocateRefund).execute({ ...allocation, lineIds: [] }))).toBe(
        'refund_lines_missing',
      );
      await app.get(AllocateRefund).execute(allocation);
      expect(await sales.standing(sale.number)).toMatchObject({ open: ['upper-face'] });
      expect(await codeOf(app.get(AllocateRefund).execute(allocation))).toBe('refund_allocated');
      expect(await mails(sale)).toEqual(['refund-sent', 'refund-closed']);
    });
  });

  it('come by themselves, in full and once, when somebody who paid turns out not to be eligible', async () => {
    const sale = await sales.sold(['foundations']);
    await studyMost(sale);
    const data = { personId: sale.personId, orderLineId: sale.lines[0]!, reason: 'No licence in your state.' };
    await Promise.all([1, 2, 3].map(() => app.get(RefundIneligible).execute({ data })));
    await app.get(RefundIneligible).execute({ data: { ...data, personId: staff } });
    expect(await atStripe(sale)).toMatchObject({ refunds: 1 });
    expect(await sales.standing(sale.number)).toMatchObject({ status: 'refunded', open: [] });
    expect(await mailText(sale, 'refund-sent')).toContain('The reason: No licence in your state.');
  });

  it('for want of eligibility go by the product, too, and to staff where a bank holds the money', async () => {
    const disputed = await sales.sold(['foundations']);
    const { id: productId } = (await app.db.row<{ id: string }>(
      'SELECT product_id AS id FROM order_lines WHERE id = $1',
      [disputed.lines[0]],
    ))!;
    await sales.stripe.dispute(disputed.charge);
    await app.get(ReconcilePayment).execute(disputed.paymentIntent);
    const other = await sales.sold(['upper-face'], disputed.personId);
    const data = { personId: disputed.personId, productId, reason: 'No licence' };
    for (let delivery = 0; delivery < 2; delivery += 1) await app.get(RefundIneligible).execute({ data });
    expect(await reviews(disputed)).toEqual(['ineligible_not_refunded']);
    await expectPaid(other);
    const sound = await sales.sold(['foundations']);
    await app.get(RefundIneligible).execute({ data: { ...data, personId: sound.personId } });
    expect(await sales.standing(sound.number)).toMatchObject({ status: 'refunded', open: [] });
  });

  const mailText = async (sale: Sale, kind: string) =>
    (await app.db.row<{ text: string }>(`SELECT text FROM mails WHERE to_email = $1 || '@example.test' AND kind = $2`, [
      sale.personId,
      kind,
    ]))!.text;

  const reviews = async (sale: Sale) =>
    (await app.db.rows<{ reason: string }>('SELECT reason FROM order_reviews WHERE order_id = $1', [sale.orderId])).map(
      ({ reason }) => reason,
    );

  const openReviews = async (sale: Sale) =>
    (
      await app.db.rows<{ reason: string }>(
        `SELECT reason FROM order_reviews v WHERE order_id = $1
           AND NOT EXISTS (SELECT FROM review_resolutions s WHERE s.review_id = v.id)`,
        [sale.orderId],
      )
    ).map(({ reason }) => reason);

  async function studyMost(sale: Sale): Promise<void> {
    const access = await app.db.row<{ id: string; items: string[] }>(
      `SELECT e.id, ARRAY(SELECT jsonb_path_query(ed.outline, '$[*].items[*] ? (@.kind == "lesson").slug') #>> '{}') AS items
       FROM enrollments e JOIN editions ed ON ed.id = e.edition_id WHERE e.person_id = $1`,
      [sale.personId],
    );
    for (const itemSlug of access!.items.slice(0, 5)) {
      await app.db.transaction((tx) =>
        app.get(CompleteItem).complete(tx, { enrollmentId: access!.id, itemSlug, kind: 'lesson' }),
      );
    }
  }
});
