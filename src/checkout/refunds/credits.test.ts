import { Sales, type Sale } from '../../../test/fixtures/sales.js';
import { testApp, type TestApp } from '../../../test/support/index.js';
import { CancelCheckout } from '../buying/cancel-checkout.js';
import { NoticeDoublePayment } from '../buying/notice-double-payment.js';
import { StartCheckout } from '../buying/start-checkout.js';
import { DomainError } from '../../shared/index.js';
import { ReconcilePayment } from '../settling/reconcile-payment.js';
import { DecideRefund } from './decide-refund.js';
import { EndCreditedCheckouts } from './end-credited-checkouts.js';
import { PreviewRefund } from './preview-refund.js';
import { RefundOrder } from './refund-order.js';
import { RequestRefund } from './request-refund.js';
import { ReturnCredit } from './return-credit.js';

const course = 'foundations';
const bundle = 'cosmetic-injector-certification';

describe('money that was used as credit', () => {
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

  const owed = async (sale: Sale) =>
    (await app.get(PreviewRefund).execute(sale.number, { strict: true })).quote.total.amount;
  const ask = async (sale: Sale) =>
    app.get(RequestRefund).execute({
      ...sale,
      lineIds: sale.lines,
      reason: 'I changed my mind',
      expected: { amount: await owed(sale), currency: 'USD' },
    });
  const approve = (requestId: string) => app.get(DecideRefund).approve({ requestId, by: staff });
  const refund = (sale: Sale) =>
    app
      .get(RefundOrder)
      .execute({ ...sale, cause: 'staff', by: staff, note: 'Goodwill', lineIds: sale.lines, closes: true });
  const open = (sale: Sale) =>
    app.get(StartCheckout).execute({ personId: sale.personId, items: [{ product: bundle }] });
  const freed = (sale: Sale) => app.get(ReturnCredit).execute({ data: { orderId: sale.orderId } });
  const paid = async (sale: Sale) =>
    (await app.db.row<{ amount: number }>('SELECT amount FROM payments WHERE order_id = $1', [sale.orderId]))!.amount;
  const back = async (sale: Sale) =>
    (await app.db.row<{ amount: number }>(
      `SELECT coalesce(sum(a.amount), 0)::int AS amount FROM refund_parts a JOIN payments y ON y.id = a.payment_id
       WHERE y.order_id = $1 AND a.status <> 'failed'`,
      [sale.orderId],
    ))!.amount;
  const statusOf = async (sale: Sale) => (await sales.standing(sale.number)).status;
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof DomainError ? error.code : error),
    );

  it('goes back by itself when the purchase it paid for is refunded after the course it came from', async () => {
    const first = await sales.sold([course]);
    const later = await sales.sold([bundle], first.personId);
    await approve((await ask(first)).id);
    expect(await back(first)).toBeLessThan(await paid(first));
    expect(await statusOf(first)).toBe('partially_refunded');
    await approve((await ask(later)).id);
    expect(await back(later)).toBe(await paid(later));
    await Promise.all([freed(later), freed(later)]);
    await freed(later);
    expect(await back(first)).toBe(await paid(first));
    expect(await statusOf(first)).toBe('refunded');
    const mail = await app.db.row<{ text: string }>(
      `SELECT text FROM mails WHERE to_email = $1 || '@example.test' AND kind = 'refund-sent' ORDER BY id DESC LIMIT 1`,
      [first.personId],
    );
    expect(mail!.text).toContain('had been used as credit');
    expect(mail!.text).not.toContain('Your courses stay open');
  });

  it('is not kept for a checkout that nobody paid: asking for the refund ends it', async () => {
    const sale = await sales.sold([course]);
    const checkout = await open(sale);
    expect(await owed(sale)).toBe(await paid(sale));
    await approve((await ask(sale)).id);
    expect(await back(sale)).toBe(await paid(sale));
    expect(await statusOf(sale)).toBe('refunded');
    const ended = await app.db.row('SELECT status FROM orders WHERE id = $1', [checkout.id]);
    expect(ended).toEqual({ status: 'expired' });
  });

  it('is not kept for a checkout that nobody paid when staff refund either', async () => {
    const sale = await sales.sold([course]);
    await open(sale);
    await refund(sale);
    expect(await back(sale)).toBe(await paid(sale));
  });

  it('is counted where the checkout was paid a moment before the refund was asked for', async () => {
    const sale = await sales.sold([course]);
    const shown = await owed(sale);
    const checkout = await open(sale);
    await sales.stripe.pay(checkout.checkoutSessionId!);
    expect(await codeOf(ask(sale))).toBe('refund_changed');
    expect(await owed(sale)).toBeLessThan(shown);
  });

  it('goes back when a payment that had counted on it never came', async () => {
    const sale = await sales.sold([course]);
    const checkout = await open(sale);
    await app.db.rows(`UPDATE orders SET status = 'awaiting_payment' WHERE id = $1`, [checkout.id]);
    await approve((await ask(sale)).id);
    expect(await back(sale)).toBeLessThan(await paid(sale));
    await app.db.rows(`UPDATE orders SET status = 'pending' WHERE id = $1`, [checkout.id]);
    await app.get(CancelCheckout).execute(sale.personId, checkout.number);
    await freed({ ...sale, orderId: checkout.id });
    expect(await back(sale)).toBe(await paid(sale));
    expect(await statusOf(sale)).toBe('refunded');
  });

  const reviews = (sale: { orderId: string }) =>
    app.db.rows<{ reason: string; seen: object }>('SELECT reason, seen FROM order_reviews WHERE order_id = $1', [
      sale.orderId,
    ]);
  const dispute = async (sale: Sale) => {
    const { id } = await sales.stripe.dispute(sale.charge);
    await app.get(ReconcilePayment).execute(sale.paymentIntent);
    await app.get(EndCreditedCheckouts).whenDisputed({ data: sale });
    return id;
  };
  const lose = async (sale: Sale, id: string) => {
    await sales.stripe.moveDispute(id, 'lost');
    for (let time = 0; time < 2; time += 1) await app.get(ReconcilePayment).execute(sale.paymentIntent);
  };

  it('comes before staff when a bank took it back for good, once', async () => {
    const first = await sales.sold([course]);
    const later = await sales.sold([bundle], first.personId);
    const id = await dispute(first);
    expect(await reviews(later)).toEqual([]);
    await lose(first, id);
    expect(await reviews(later)).toEqual([{ reason: 'credit_gone', seen: { credit: '$56.98', from: first.number } }]);
    expect(await statusOf(later)).toBe('paid');
  });

  it('buys nothing once its payment is disputed: an open checkout ends, and one paid all the same comes before staff', async () => {
    const first = await sales.sold([course]);
    const checkout = await open(first);
    const id = await dispute(first);
    await expect(sales.stripe.pay(checkout.checkoutSessionId!)).rejects.toThrow();
    await lose(first, id);
    const second = await sales.sold([course]);
    const paidInTime = await open(second);
    await sales.stripe.pay(paidInTime.checkoutSessionId!);
    await lose(second, await dispute(second));
    await app.get(NoticeDoublePayment).execute({ data: { orderId: paidInTime.id } });
    expect(await reviews({ orderId: paidInTime.id })).toMatchObject([{ reason: 'credit_gone' }]);
  });

  it('comes before staff when all of its payment was refunded in the dashboard, and access ends', async () => {
    const first = await sales.sold([course]);
    const later = await sales.sold([bundle], first.personId);
    await sales.stripe.dashboardRefund(first.charge);
    await app.get(ReconcilePayment).execute(first.paymentIntent);
    expect(await sales.standing(first.number)).toEqual({ status: 'refunded', open: [], paused: [] });
    expect(await reviews(first)).toEqual([]);
    expect(await reviews(later)).toMatchObject([{ reason: 'credit_gone' }]);
    await refund(later);
    const left = await app.db.row(
      'SELECT 1 FROM review_resolutions s JOIN order_reviews v ON v.id = s.review_id WHERE v.order_id = $1',
      [later.orderId],
    );
    expect(left).toBeDefined();
  });

  it('is none while a refund of it is being decided', async () => {
    const sale = await sales.sold([course]);
    const full = (await open({ ...sale, personId: await sales.someone() })).total;
    const { id } = await ask(sale);
    expect((await open(sale)).total).toBe(full);
    await approve(id);
    expect(await back(sale)).toBe(await paid(sale));
  });
});
