import Stripe from 'stripe';
import { startHarness } from '../testing/harness.js';

describe('money that goes back', () => {
  let sandbox: Awaited<ReturnType<typeof startHarness>>;
  beforeAll(async () => void (sandbox = await startHarness()));
  afterAll(() => sandbox.close());

  async function charge(amount = 4900, card = '4242424242424242'): Promise<string> {
    const session = await sandbox.stripe.checkout.sessions.create({
      mode: 'payment',
      success_url: 'https://shop.test/done',
      line_items: [
        { quantity: 1, price_data: { currency: 'usd', unit_amount: amount, product_data: { name: 'Course' } } },
      ],
    });
    await sandbox.control(`/sessions/${session.id}/pay`, { card });
    const paid = await sandbox.stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] });
    return (paid.payment_intent as Stripe.PaymentIntent).latest_charge as string;
  }

  const net = async (source: string) =>
    (await sandbox.stripe.balanceTransactions.list({ source })).data.map(({ type, amount, fee }) => [
      type,
      amount,
      fee,
    ]);
  const eventsOf = async (id: string) =>
    (
      await sandbox.database.db.rows<{ type: string }>(
        `SELECT type FROM stripe_sandbox.events WHERE body #>> '{data,object,id}' = $1 ORDER BY seq`,
        [id],
      )
    ).map(({ type }) => type);

  describe('a refund', () => {
    it('that failed returns its money, and the charge can be refunded again', async () => {
      const id = await charge();
      const refund = await sandbox.stripe.refunds.create({ charge: id, amount: 1900 });
      await sandbox.control(`/refunds/${refund.id}/fail`, {});
      expect(await sandbox.stripe.refunds.retrieve(refund.id)).toMatchObject({ status: 'failed', amount: 1900 });
      expect(await sandbox.stripe.charges.retrieve(id)).toMatchObject({ amount_refunded: 0, refunded: false });
      expect(await net(refund.id)).toEqual([
        ['refund_failure', 1900, 0],
        ['refund', -1900, 0],
      ]);
      expect(await eventsOf(refund.id)).toEqual([
        'refund.created',
        'refund.updated',
        'charge.refund.updated',
        'refund.failed',
      ]);
      await sandbox.stripe.refunds.create({ charge: id });
      expect(await sandbox.stripe.charges.retrieve(id)).toMatchObject({ amount_refunded: 4900, refunded: true });
    });

    it('made in the dashboard carries nothing of ours', async () => {
      const id = await charge();
      const refund = await sandbox.control<Stripe.Refund>(`/charges/${id}/refund`, { amount: 100 });
      expect(refund).toMatchObject({ amount: 100, metadata: {}, charge: id });
    });

    it('takes new words and says so, is never left to be canceled, and is never larger than what is left', async () => {
      const id = await charge();
      const refund = await sandbox.stripe.refunds.create({ charge: id, amount: 4000, reason: 'requested_by_customer' });
      const changed = await sandbox.stripe.refunds.update(refund.id, { metadata: { line: '3' } });
      expect(changed).toMatchObject({ metadata: { line: '3' }, reason: 'requested_by_customer' });
      expect(await eventsOf(refund.id)).toEqual(['refund.created', 'refund.updated', 'charge.refund.updated']);
      await expect(sandbox.stripe.refunds.cancel(refund.id)).rejects.toThrow('requires_action');
      await expect(sandbox.stripe.refunds.create({ charge: id, amount: 901 })).rejects.toMatchObject({
        param: 'amount',
      });
      await sandbox.stripe.refunds.create({ charge: id });
      const over = sandbox.stripe.refunds.create({ charge: id });
      await expect(over).rejects.toMatchObject({ code: 'charge_already_refunded' });
    });

    it('is refused while a dispute holds the money, and possible again once it is won', async () => {
      const id = await charge();
      const dispute = await sandbox.control<Stripe.Dispute>(`/charges/${id}/dispute`, {});
      await expect(sandbox.stripe.refunds.create({ charge: id })).rejects.toMatchObject({ code: 'charge_disputed' });
      await sandbox.control(`/disputes/${dispute.id}`, { status: 'won' });
      expect(await sandbox.stripe.refunds.create({ charge: id })).toMatchObject({ amount: 4900 });
    });
  });

  describe('a dispute', () => {
    it('comes by itself with the card made for it, takes the amount and a fee of 15.00, and gives back the amount when won', async () => {
      const id = await charge(4900, '4000000000000259');
      const [dispute] = (await sandbox.stripe.disputes.list({ charge: id })).data;
      expect(dispute).toMatchObject({ amount: 4900, status: 'needs_response', is_charge_refundable: false });
      expect(await sandbox.stripe.charges.retrieve(id)).toMatchObject({ disputed: true });
      expect(await net(dispute!.id)).toEqual([['adjustment', -4900, 1500]]);
      const won = await sandbox.control<Stripe.Dispute>(`/disputes/${dispute!.id}`, { status: 'won' });
      expect(won.balance_transactions.map((each) => each.net)).toEqual([-6400, 4900]);
      expect(await eventsOf(dispute!.id)).toEqual([
        'charge.dispute.created',
        'charge.dispute.funds_withdrawn',
        'charge.dispute.funds_reinstated',
        'charge.dispute.closed',
      ]);
    });

    it('takes evidence, gives it to the bank once, and is lost when closed', async () => {
      const opened = await sandbox.control<Stripe.Dispute>(`/charges/${await charge()}/dispute`, { amount: 900 });
      const kept = await sandbox.stripe.disputes.update(opened.id, {
        evidence: { customer_name: 'Lena' },
        submit: false,
      });
      expect(kept).toMatchObject({ status: 'needs_response', evidence: { customer_name: 'Lena' }, amount: 900 });
      const sent = await sandbox.stripe.disputes.update(opened.id, { evidence: { uncategorized_text: 'Studied.' } });
      expect(sent).toMatchObject({ status: 'under_review', evidence_details: { submission_count: 1 } });
      const again = sandbox.stripe.disputes.update(opened.id, { evidence: { customer_name: 'X' } });
      await expect(again).rejects.toMatchObject({ param: 'evidence' });
      expect(await sandbox.stripe.disputes.close(opened.id)).toMatchObject({ status: 'lost' });
      await expect(sandbox.stripe.disputes.close(opened.id)).rejects.toThrow('lost already');
    });

    it('that is only an inquiry takes no money and leaves the charge refundable', async () => {
      const id = await charge();
      const opened = await sandbox.control<Stripe.Dispute>(`/charges/${id}/dispute`, {
        status: 'warning_needs_response',
      });
      expect(opened).toMatchObject({ balance_transactions: [], is_charge_refundable: true });
      const closed = await sandbox.control<Stripe.Dispute>(`/disputes/${opened.id}`, { status: 'warning_closed' });
      expect(closed.balance_transactions).toEqual([]);
      expect(await sandbox.stripe.refunds.create({ charge: id })).toMatchObject({ amount: 4900 });
    });

    it('of either kind can be conceded: an inquiry ends without money having moved', async () => {
      const { latest_charge } = await sandbox.stripe.paymentIntents.create({
        amount: 4900,
        currency: 'usd',
        payment_method: 'pm_card_createDisputeInquiry',
        confirm: true,
      });
      const [inquiry] = (await sandbox.stripe.disputes.list({ charge: latest_charge as string })).data;
      expect(inquiry!.status).toBe('warning_needs_response');
      const closed = await sandbox.stripe.disputes.close(inquiry!.id);
      expect(closed).toMatchObject({ status: 'warning_closed', balance_transactions: [] });
      expect(await eventsOf(inquiry!.id)).toEqual(['charge.dispute.created', 'charge.dispute.closed']);
    });

    it('that was prevented takes no money either', async () => {
      const id = await charge();
      const prevented = await sandbox.control<Stripe.Dispute>(`/charges/${id}/dispute`, { status: 'prevented' });
      expect(prevented).toMatchObject({ status: 'prevented', balance_transactions: [], is_charge_refundable: true });
    });

    it('is opened once per charge and never over more than is left of it', async () => {
      const id = await charge();
      await sandbox.stripe.refunds.create({ charge: id, amount: 4000 });
      await expect(sandbox.control(`/charges/${id}/dispute`, { amount: 901 })).rejects.toThrow('900 can be disputed');
      await sandbox.control(`/charges/${id}/dispute`, {});
      await expect(sandbox.control(`/charges/${id}/dispute`, {})).rejects.toThrow('disputed already');
    });
  });
});
