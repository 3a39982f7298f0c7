import fc from 'fast-check';
import type Stripe from 'stripe';
import { type Harness, refusal, startHarness } from '../testing/harness.js';

describe('payouts', () => {
  let sandbox: Harness;
  let stripe: Stripe;
  beforeAll(async () => {
    sandbox = await startHarness();
    stripe = sandbox.stripe;
  });
  afterAll(() => sandbox.close());
  beforeEach(() => sandbox.control('/reset', {}));

  const pay = (amount: number, token = 'pm_card_bypassPending', currency = 'usd') =>
    stripe.paymentIntents.create({ amount, currency, payment_method: token, confirm: true });
  const payOut = (terms: object = {}) => sandbox.control<Stripe.Payout>('/payouts', terms);
  const twoDays = () => sandbox.control('/clock', { advance: 2 * 86_400 });

  async function balance(currency = 'usd') {
    const { available, pending } = await stripe.balance.retrieve();
    const of = (funds: { amount: number; currency: string }[]) =>
      funds.find((each) => each.currency === currency)!.amount;
    return { available: of(available), pending: of(pending) };
  }

  /** What a payout was made of, all pages of it, without its own transaction. */
  async function partsOf(payout: Stripe.Payout): Promise<Stripe.BalanceTransaction[]> {
    const parts: Stripe.BalanceTransaction[] = [];
    for await (const part of stripe.balanceTransactions.list({ payout: payout.id, limit: 3 })) parts.push(part);
    expect(parts.filter(({ source }) => source === payout.id)).toMatchObject([{ type: 'payout', net: -payout.amount }]);
    return parts.filter(({ source }) => source !== payout.id);
  }

  const eventsOf = async (id: string) =>
    (
      await sandbox.database.db.rows<{ type: string; status: string }>(
        `SELECT type FROM stripe_sandbox.events WHERE body #>> '{data,object,id}' = $1 ORDER BY seq`,
        [id],
      )
    ).map(({ type }) => type);

  it('wait two days for the money of a charge, less its fee', async () => {
    await pay(10_000, 'pm_card_visa');
    expect(await balance()).toEqual({ available: 0, pending: 9_680 });
    await expect(payOut()).rejects.toThrow('nothing to pay out');
    await twoDays();
    expect(await balance()).toEqual({ available: 9_680, pending: 0 });
    expect(await payOut()).toMatchObject({ amount: 9_680, automatic: true, status: 'paid' });
    expect(await balance()).toEqual({ available: 0, pending: 0 });
  });

  it('that are automatic say what they are made of: charges, refunds, disputes and their fees', async () => {
    const sold = await pay(20_000);
    await pay(5_000);
    await stripe.refunds.create({ payment_intent: sold.id, amount: 4_000 });
    await sandbox.control(`/charges/${(await pay(1_000)).latest_charge as string}/dispute`, {});
    await twoDays();
    const payout = await payOut();
    const parts = await partsOf(payout);
    expect(parts.map(({ type }) => type)).toEqual(['adjustment', 'charge', 'refund', 'charge', 'charge']);
    expect(parts.reduce((sum, { net }) => sum + net, 0)).toBe(payout.amount);
    expect(payout).toMatchObject({ reconciliation_status: 'completed', destination: expect.any(String) as string });
    expect(await eventsOf(payout.id)).toEqual(['payout.created', 'payout.paid', 'payout.reconciliation_completed']);
  });

  it('always sum up, whatever was sold and given back in between, and take each transaction once', async () => {
    const deed = fc.record({
      amount: fc.integer({ min: 50, max: 900_000 }),
      back: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 4 }), async (deeds) => {
        for (const { amount, back } of deeds) {
          const { id } = await pay(amount);
          const refund = Math.floor(amount * back);
          if (refund > 0) await stripe.refunds.create({ payment_intent: id, amount: refund });
        }
        await twoDays();
        const { available } = await balance();
        if (available === 0) return;
        const payout = await payOut();
        expect(payout.amount).toBe(available);
        const parts = await partsOf(payout);
        expect(parts.reduce((sum, { net }) => sum + net, 0)).toBe(payout.amount);
        expect(await balance()).toEqual({ available: 0, pending: 0 });
      }),
      { numRuns: 4 },
    );
  });

  it('of one currency leave the others alone', async () => {
    await pay(10_000);
    await pay(10_000, 'pm_card_bypassPending', 'eur');
    expect(await payOut({ currency: 'eur' })).toMatchObject({ amount: 9_680, currency: 'eur' });
    expect((await balance()).available).toBe(9_680);
  });

  it('at the same moment take the same money once', async () => {
    await pay(10_000);
    const tries = await Promise.allSettled([payOut(), payOut(), payOut()]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('take money from the bank when more went back than came in', async () => {
    const { id } = await pay(10_000);
    await payOut();
    await stripe.refunds.create({ payment_intent: id });
    await twoDays();
    expect(await payOut()).toMatchObject({ amount: -10_000, status: 'paid' });
  });

  it('that fail, even after they were paid, return their money to the next one', async () => {
    await pay(10_000);
    const payout = await payOut({ hold: true });
    expect(payout).toMatchObject({ status: 'in_transit', reconciliation_status: 'in_progress' });
    await sandbox.control(`/payouts/${payout.id}/arrive`, {});
    await sandbox.control(`/payouts/${payout.id}/fail`, {});
    const failed = await stripe.payouts.retrieve(payout.id, { expand: ['failure_balance_transaction'] });
    expect(failed).toMatchObject({
      status: 'failed',
      failure_code: 'account_closed',
      failure_balance_transaction: { type: 'payout_failure', net: 9_680 },
    });
    expect((await eventsOf(payout.id)).at(-1)).toBe('payout.failed');
    await expect(sandbox.control(`/payouts/${payout.id}/fail`, {})).rejects.toThrow('failed already');
    const next = await payOut();
    expect((await partsOf(next)).map(({ type }) => type)).toEqual(['payout_failure']);
  });

  describe('by hand', () => {
    it('take no more than there is, and can be taken back until they leave', async () => {
      await pay(10_000);
      const wish = { amount: 9_681, currency: 'usd' };
      expect((await refusal(stripe.payouts.create(wish))).code).toBe('balance_insufficient');
      const payout = await stripe.payouts.create({ ...wish, amount: 5_000, metadata: { own: '1' } });
      expect(payout).toMatchObject({ status: 'pending', automatic: false, reconciliation_status: 'not_applicable' });
      expect((await balance()).available).toBe(4_680);
      expect(await stripe.payouts.update(payout.id, { metadata: { own: '' } })).toMatchObject({ metadata: {} });
      expect(await stripe.payouts.cancel(payout.id)).toMatchObject({ status: 'canceled' });
      expect((await balance()).available).toBe(9_680);
      expect((await refusal(stripe.payouts.cancel(payout.id))).message).toContain('canceled');
      expect(await eventsOf(payout.id)).toEqual(['payout.created', 'payout.updated', 'payout.canceled']);
      expect((await stripe.payouts.list({ status: 'canceled' })).data.map(({ id }) => id)).toEqual([payout.id]);
    });

    it('do not tell what they are made of', async () => {
      await pay(10_000);
      const payout = await payOut({ amount: 5_000 });
      expect(payout).toMatchObject({ status: 'paid', automatic: false });
      expect(await eventsOf(payout.id)).toEqual(['payout.created', 'payout.paid']);
      expect(await refusal(stripe.balanceTransactions.list({ payout: payout.id }))).toMatchObject({ param: 'payout' });
    });
  });
});
