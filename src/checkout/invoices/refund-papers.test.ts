import { type Sale, Sales } from '../../../test/fixtures/sales.js';
import { testApp, type TestApp } from '../../../test/support/index.js';
import { AllocateRefund } from '../refunds/allocate-refund.js';
import { RefundOrder } from '../refunds/refund-order.js';
import { ReconcilePayment } from '../settling/reconcile-payment.js';
import type { InvoiceContent } from './invoice-content.js';
import { IssueRefundPapers } from './issue-refund-papers.js';

describe('the papers of a refund', () => {
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

  const refund = async (sale: Sale, amount?: number, lineIds = sale.lines): Promise<string> => {
    const why = { cause: 'staff' as const, by: staff, note: 'Goodwill', closes: amount === undefined };
    return (await app.get(RefundOrder).execute({ orderId: sale.orderId, ...why, lineIds, amount }))!;
  };
  const issue = (refundId: string) => app.get(IssueRefundPapers).execute(refundId);
  const papers = async (sale: Sale): Promise<InvoiceContent[]> =>
    (
      await app.db.rows<{ content: InvoiceContent }>(
        'SELECT content FROM invoices WHERE order_id = $1 ORDER BY issued_at, id',
        [sale.orderId],
      )
    ).map(({ content }) => content);
  const fail = async (sale: Sale, refundId: string): Promise<void> => {
    const part = await app.db.row<{ id: string }>('SELECT stripe_refund AS id FROM refund_parts WHERE refund_id = $1', [
      refundId,
    ]);
    await sales.stripe.failRefund(part!.id);
    await app.get(ReconcilePayment).execute(sale.paymentIntent);
  };

  it('are a credit note that names its invoice, once, however often it is asked for', async () => {
    const sale = await sales.sold(['foundations']);
    const refundId = await refund(sale);
    await Promise.all([1, 2, 3].map(() => issue(refundId)));
    const [invoice, note, ...more] = await papers(sale);
    expect(more).toEqual([]);
    expect(note).toMatchObject({
      kind: 'credit_note',
      number: 'CN-US-000001',
      refersTo: [{ number: invoice!.number }],
      customer: invoice!.customer,
      lines: [{ title: 'Foundations of cosmetic injection', net: -14_900, tax: 0, gross: -14_900 }],
      gross: -14_900,
      payments: [{ method: 'Visa ending 4242', amount: -14_900 }],
    });
    const mail = await app.db.row(`SELECT text FROM mails WHERE kind = 'credit-note' AND to_email = $1`, [
      note!.customer.email,
    ]);
    expect(mail).toMatchObject({ text: expect.stringContaining('We sent back $149.00') });
  });

  it('name the courses that part of a bundle was given back for, line by line', async () => {
    const sale = await sales.sold(['foundations', 'upper-face']);
    await issue(await refund(sale, 5_000));
    await issue(await refund(sale));
    const [invoice, first, second] = await papers(sale);
    expect([first!.gross, second!.gross]).toEqual([-5_000, 5_000 - invoice!.gross]);
    expect(first!.lines.map(({ gross }) => gross).reduce((sum, gross) => sum + gross)).toBe(-5_000);
  });

  it('take a credit note back by a debit note when the bank could not take the money', async () => {
    const sale = await sales.sold(['upper-face']);
    const refundId = await refund(sale);
    await issue(refundId);
    await fail(sale, refundId);
    await Promise.all([1, 2].map(() => issue(refundId)));
    const [, credit, debit, ...more] = await papers(sale);
    expect(more).toEqual([]);
    expect(debit).toMatchObject({
      kind: 'debit_note',
      number: 'DN-US-000001',
      refersTo: [{ number: credit!.number }],
      gross: 19_900,
      notes: [expect.stringContaining(credit!.number)],
    });
    expect(credit!.gross + debit!.gross).toBe(0);
  });

  it('are none when the refund failed before its credit note', async () => {
    const sale = await sales.sold(['upper-face']);
    const refundId = await refund(sale);
    await fail(sale, refundId);
    await issue(refundId);
    expect((await papers(sale)).map(({ kind }) => kind)).toEqual(['invoice']);
  });

  it('wait until staff have said which lines a refund at Stripe was for', async () => {
    const sale = await sales.sold(['foundations', 'upper-face']);
    await sales.stripe.dashboardRefund(sale.charge, 1_234);
    await app.get(ReconcilePayment).execute(sale.paymentIntent);
    const { id } = (await app.db.row<{ id: string }>('SELECT id FROM refunds WHERE order_id = $1', [sale.orderId]))!;
    await issue(id);
    expect((await papers(sale)).map(({ kind }) => kind)).toEqual(['invoice']);
    await app.get(AllocateRefund).execute({ refundId: id, lineIds: [sale.lines[0]!], closes: false, by: staff });
    await app.db.rows(`UPDATE refunds SET settled_at = now() - interval '1 hour' WHERE id = $1`, [id]);
    await app.get(IssueRefundPapers).sweep();
    expect((await papers(sale)).map(({ gross }) => gross)).toEqual([34_800, -1_234]);
  });
});
