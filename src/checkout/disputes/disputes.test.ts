import { Sales, type Sale } from '../../../test/fixtures/sales.js';
import { holdQuery } from '../../../test/faults/hold-query.js';
import { testApp, type TestApp } from '../../../test/support/index.js';
import { DomainError } from '../../shared/index.js';
import { RefundOrder } from '../refunds/refund-order.js';
import { ReconcilePayment } from '../settling/reconcile-payment.js';

describe('disputes', () => {
  let app: TestApp;
  let sales: Sales;

  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    sales = new Sales(app);
    await sales.stripe.webhooks('drop');
  }, 120_000);
  afterAll(() => app.close());

  const follow = async (sale: Sale) => {
    await app.get(ReconcilePayment).execute(sale.paymentIntent);
    await app.get(ReconcilePayment).execute(sale.paymentIntent);
    return sales.standing(sale.number);
  };
  const open = ['foundations'];
  const refund = (sale: Sale) =>
    app
      .get(RefundOrder)
      .execute({ ...sale, cause: 'staff', by: sale.personId, note: 'x', lineIds: sale.lines, closes: true });
  const mails = async (sale: Sale) =>
    (
      await app.db.rows<{ kind: string }>(
        `SELECT kind FROM mails WHERE to_email = $1 || '@example.test' AND kind LIKE 'dispute%' ORDER BY id`,
        [sale.personId],
      )
    ).map(({ kind }) => kind);

  it('pause the access of their order, block its refunds, and give it back when they are won', async () => {
    const sale = await sales.sold(['foundations']);
    const { id } = await sales.stripe.dispute(sale.charge);
    expect(await follow(sale)).toEqual({ status: 'disputed', open: [], paused: open });
    await expect(refund(sale)).rejects.toMatchObject({ code: 'nothing_to_refund' } satisfies Partial<DomainError>);
    await sales.stripe.moveDispute(id, 'won');
    expect(await follow(sale)).toEqual({ status: 'paid', open, paused: [] });
    expect(await mails(sale)).toEqual(['dispute-open', 'dispute-won']);
    await refund(sale);
    expect(await follow(sale)).toEqual({ status: 'refunded', open: [], paused: [] });
  });

  it('end the access of their order when they are lost, and of no other order', async () => {
    const sale = await sales.sold(['foundations']);
    const { id } = await sales.stripe.dispute(sale.charge);
    const other = await sales.sold(['upper-face'], sale.personId);
    await sales.stripe.moveDispute(id, 'lost');
    expect(await follow(sale)).toEqual({ status: 'disputed', open: [], paused: [] });
    expect(await follow(other)).toEqual({ status: 'paid', open: ['upper-face'], paused: [] });
    expect(await mails(sale)).toEqual(['dispute-lost']);
  });

  it.each(['warning_needs_response', 'warning_under_review', 'prevented', 'something_new'])(
    'that took no money leave everything as it is: %s',
    async (status) => {
      const sale = await sales.sold(['foundations']);
      await sales.stripe.dispute(sale.charge, { status, ...(status === 'something_new' && { status: 'warning_odd' }) });
      expect(await follow(sale)).toEqual({ status: 'paid', open, paused: [] });
    },
  );

  it('that begin as an inquiry pause access only once the bank takes the money', async () => {
    const sale = await sales.sold(['foundations']);
    const { id } = await sales.stripe.dispute(sale.charge, { status: 'warning_needs_response' });
    expect(await follow(sale)).toMatchObject({ status: 'paid', open });
    await sales.stripe.moveDispute(id, 'needs_response');
    expect(await follow(sale)).toMatchObject({ status: 'disputed', paused: open });
    await sales.stripe.moveDispute(id, 'under_review');
    expect(await follow(sale)).toMatchObject({ status: 'disputed', paused: open });
    await sales.stripe.moveDispute(id, 'lost');
    await sales.stripe.moveDispute(id, 'appeal_under_review');
    expect(await follow(sale)).toEqual({ status: 'disputed', open: [], paused: [] });
    await sales.stripe.moveDispute(id, 'won');
    expect(await follow(sale)).toEqual({ status: 'paid', open, paused: [] });
  });

  it('heard of before the payment itself settle the order first', async () => {
    const placed = await sales.paid(['foundations'], await sales.someone());
    const charge = await app.db.row<{ id: string; intent: string }>(
      `SELECT c.id, c.body ->> 'payment_intent' AS intent FROM stripe_sandbox.objects c JOIN stripe_sandbox.objects s
         ON s.body ->> 'payment_intent' = c.body ->> 'payment_intent'
       WHERE c.kind = 'charge' AND s.id = $1`,
      [placed.session],
    );
    await sales.stripe.dispute(charge!.id);
    await app.get(ReconcilePayment).execute(charge!.intent);
    expect(await sales.standing(placed.number)).toEqual({ status: 'disputed', open: [], paused: open });
  });

  it('that were over before anybody heard of them, or took nothing, are told to nobody', async () => {
    const late = await sales.sold(['foundations']);
    await sales.stripe.moveDispute((await sales.stripe.dispute(late.charge)).id, 'won');
    const inquiry = await sales.sold(['foundations']);
    const { id } = await sales.stripe.dispute(inquiry.charge, { status: 'warning_needs_response' });
    await follow(inquiry);
    await sales.stripe.moveDispute(id, 'warning_closed');
    for (const sale of [late, inquiry]) {
      expect(await follow(sale)).toEqual({ status: 'paid', open, paused: [] });
      expect(await mails(sale)).toEqual([]);
    }
  });

  it('won on appeal give nothing back that was refunded meanwhile', async () => {
    const sale = await sales.sold(['foundations', 'upper-face']);
    const { id } = await sales.stripe.dispute(sale.charge);
    await sales.stripe.moveDispute(id, 'lost');
    expect(await follow(sale)).toEqual({ status: 'disputed', open: [], paused: [] });
    // Of another payment of the order, as in instalments.
    await app.db.rows(
      `WITH refund AS (INSERT INTO refunds (id, order_id, cause, amount, currency, status)
         VALUES (gen_random_uuid(), $1, 'dashboard', 0, 'USD', 'succeeded') RETURNING id)
       INSERT INTO refund_lines SELECT refund.id, order_line_id, course_id, 0, 0, true FROM refund, order_line_courses
       WHERE order_line_id = $2`,
      [sale.orderId, sale.lines[1]],
    );
    await sales.stripe.moveDispute(id, 'appeal_under_review');
    await sales.stripe.moveDispute(id, 'won');
    expect(await follow(sale)).toEqual({ status: 'partially_refunded', open, paused: [] });
  });

  it('are not set back by an answer of Stripe that was read earlier and arrives later', async () => {
    const sale = await sales.sold(['foundations']);
    const { id } = await sales.stripe.dispute(sale.charge);
    const late = holdQuery('FROM payments WHERE payment_intent');
    const slow = app.get(ReconcilePayment).execute(sale.paymentIntent);
    await late.reached;
    await sales.stripe.moveDispute(id, 'won');
    expect(await follow(sale)).toEqual({ status: 'paid', open, paused: [] });
    late.release();
    expect(await slow).toBe('paid');
    expect(await sales.standing(sale.number)).toEqual({ status: 'paid', open, paused: [] });
  });

  it('of a payment that is not ours are left alone', async () => {
    await sales.someone();
    const stranger = await app.db.row<{ id: string }>(
      `INSERT INTO stripe_sandbox.objects (id, kind, body)
       SELECT 'pi_stranger', 'payment_intent', body || '{"id": "pi_stranger", "metadata": {}}' FROM stripe_sandbox.objects
       WHERE kind = 'payment_intent' LIMIT 1 RETURNING id`,
    );
    expect(await app.get(ReconcilePayment).execute(stranger!.id)).toBeUndefined();
  });
});
