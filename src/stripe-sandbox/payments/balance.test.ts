import type Stripe from 'stripe';
import { type Harness, refusal, startHarness } from '../testing/harness.js';

describe('the balance', () => {
  let sandbox: Harness;
  let stripe: Stripe;
  beforeAll(async () => {
    sandbox = await startHarness();
    stripe = sandbox.stripe;
  });
  afterAll(() => sandbox.close());
  beforeEach(() => sandbox.control('/reset', {}));

  const settleIn = (currencies: string[], rates: object = {}) => sandbox.control('/settlement', { currencies, rates });
  const move = (terms: object) => sandbox.control<Stripe.BalanceTransaction>('/movements', terms);
  const pay = (amount: number, currency: string, token = 'pm_card_bypassPending') =>
    stripe.paymentIntents.create({ amount, currency, payment_method: token, confirm: true });

  /** All about one object, oldest first, as [category, currency, amount, fee, exchange rate]. */
  const about = async (source: unknown) =>
    (await stripe.balanceTransactions.list({ source: source as string })).data
      .reverse()
      .map((each) => [each.reporting_category, each.currency, each.amount, each.fee, each.exchange_rate]);

  describe('of an account that is paid out in another currency', () => {
    it('holds charges converted with the digits of both currencies, and the fee in its own', async () => {
      await settleIn(['usd'], { eur: '1.084', jpy: '0.0067', kwd: '3.2512' });
      const charges = [await pay(10_005, 'eur'), await pay(15_000, 'jpy'), await pay(12_340, 'kwd')];
      expect(await about(charges[0]!.latest_charge)).toEqual([['charge', 'usd', 10_845, 345, 1.084]]);
      expect(await about(charges[1]!.latest_charge)).toEqual([['charge', 'usd', 10_050, 321, 0.0067]]);
      expect(await about(charges[2]!.latest_charge)).toEqual([['charge', 'usd', 4_012, 146, 3.2512]]);
      expect(await about((await pay(10_000, 'usd')).latest_charge)).toEqual([['charge', 'usd', 10_000, 320, null]]);
      const { available } = await stripe.balance.retrieve();
      expect(available.map(({ currency, amount }) => [currency, amount])).toEqual([['usd', 33_775]]);
      const [brought] = (await stripe.balanceTransactions.list({ source: charges[0]!.latest_charge as string })).data;
      expect(brought).toMatchObject({ fee_details: [{ amount: 345, currency: 'usd' }], net: 10_500 });
    });

    it('gives refunds, disputes and what comes back of them the rate of their own day', async () => {
      await settleIn(['usd'], { eur: '1.1' });
      const sold = await pay(10_000, 'eur');
      const disputed = await pay(10_000, 'eur');
      await settleIn(['usd'], { eur: '1.2' });
      const refund = await stripe.refunds.create({ payment_intent: sold.id, amount: 5_000 });
      const dispute = await sandbox.control<Stripe.Dispute>(`/charges/${disputed.latest_charge as string}/dispute`, {});
      await settleIn(['usd'], { eur: '1' });
      await sandbox.control(`/refunds/${refund.id}/fail`, {});
      await sandbox.control(`/disputes/${dispute.id}`, { status: 'won' });
      expect(await about(refund.id)).toEqual([
        ['refund', 'usd', -6_000, 0, 1.2],
        ['refund_failure', 'usd', 5_000, 0, 1],
      ]);
      expect(await about(dispute.id)).toEqual([
        ['dispute', 'usd', -12_000, 1_500, 1.2],
        ['dispute_reversal', 'usd', 10_000, 0, 1],
      ]);
      await sandbox.control(`/disputes/${dispute.id}`, { status: 'appeal_needs_response' });
      expect((await about(dispute.id)).at(-1)).toEqual(['dispute', 'usd', -10_000, 1_500, 1]);
    });

    it('is paid out, and gets back what the bank returned, as it is', async () => {
      await pay(10_000, 'eur');
      await settleIn(['usd'], { eur: '1.1' });
      await pay(10_000, 'eur');
      const usd = await sandbox.control<Stripe.Payout>('/payouts', {});
      expect(usd).toMatchObject({ currency: 'usd', amount: 10_651 });
      const eur = await sandbox.control<Stripe.Payout>('/payouts', { currency: 'eur' });
      await sandbox.control(`/payouts/${eur.id}/fail`, {});
      expect(await about(eur.id)).toEqual([
        ['payout', 'eur', -9_680, 0, null],
        ['payout_reversal', 'eur', 9_680, 0, null],
      ]);
    });

    it('takes no currency without a rate, and no rate of nothing', async () => {
      await settleIn(['usd'], { eur: '1.1' });
      expect(await refusal(pay(10_000, 'gbp'))).toMatchObject({ param: 'currency' });
      await expect(settleIn(['usd'], { eur: '0.00' })).rejects.toThrow('above zero');
      await expect(settleIn(['usd'], { eur: '1,1' })).rejects.toThrow();
    });
  });

  it('moves by what no charge explains', async () => {
    const fee = await move({ amount: -321, description: 'Radar' });
    expect(await stripe.balanceTransactions.retrieve(fee.id)).toMatchObject({
      ...{ type: 'stripe_fee', reporting_category: 'fee', net: -321, source: null, description: 'Radar' },
    });
    expect(await move({ amount: 5_000, type: 'topup' })).toMatchObject({ reporting_category: 'topup', net: 5_000 });
    expect(await move({ amount: -200, fee: 30, currency: 'eur', type: 'adjustment' })).toMatchObject({
      ...{ reporting_category: 'other_adjustment', currency: 'eur', amount: -200, fee: 30, net: -230 },
      ...{ exchange_rate: null, status: 'available', fee_details: [{ amount: 30, currency: 'eur' }] },
    });
    const reserve = await move({ amount: -900, type: 'adjustment', category: 'risk_reserved_funds' });
    expect(reserve).toMatchObject({ type: 'adjustment', reporting_category: 'risk_reserved_funds' });
    await expect(move({ amount: 1, type: 'charge' })).rejects.toThrow();
  });

  describe('lists its movements', () => {
    const ids = (found: Stripe.ApiList<Stripe.BalanceTransaction>) => found.data.map(({ id }) => id);
    const list = async (terms: Stripe.BalanceTransactionListParams = {}) =>
      ids(await stripe.balanceTransactions.list(terms));

    /** Seven of one second, as near as no matter; newest first. */
    async function seven(): Promise<string[]> {
      const moved: string[] = [];
      for (let amount = 1; amount <= 7; amount += 1) moved.unshift((await move({ amount })).id);
      return moved;
    }

    it('newest first, by pages forwards and backwards, each once', async () => {
      const all = await seven();
      const forwards: string[] = [];
      for await (const { id } of stripe.balanceTransactions.list({ limit: 3 })) forwards.push(id);
      expect(forwards).toEqual(all);
      const before = await stripe.balanceTransactions.list({ limit: 3, ending_before: all[5]! });
      expect([ids(before), before.has_more]).toEqual([all.slice(2, 5), true]);
      const first = await stripe.balanceTransactions.list({ limit: 3, ending_before: all[2]! });
      expect([ids(first), first.has_more]).toEqual([all.slice(0, 2), false]);
    });

    it('of a stretch of time, by pages both ways too', async () => {
      const early = await seven();
      const { now } = await sandbox.control<{ now: number }>('/clock', { advance: 3_600 });
      const late = await seven();
      expect(await list({ created: { gte: now } })).toEqual(late);
      expect(await list({ created: { lt: now } })).toEqual(early);
      const some = { created: { gte: now }, limit: 2 };
      expect(await list({ ...some, starting_after: late[4]! })).toEqual(late.slice(5, 7));
      const last = await stripe.balanceTransactions.list({ ...some, starting_after: late[5]! });
      expect([ids(last), last.has_more]).toEqual([late.slice(6), false]);
      expect(await list({ ...some, ending_before: late[4]! })).toEqual(late.slice(2, 4));
    });

    it('of one source, type, currency or payout', async () => {
      const sold = await pay(10_000, 'usd');
      const refund = await stripe.refunds.create({ payment_intent: sold.id, amount: 100 });
      const fee = await move({ amount: -5 });
      const other = await move({ amount: 5_000, currency: 'eur', type: 'topup' });
      const payout = await sandbox.control<Stripe.Payout>('/payouts', { currency: 'eur' });
      expect(await list({ source: refund.id })).toEqual([refund.balance_transaction]);
      expect(await list({ type: 'stripe_fee' })).toEqual([fee.id]);
      expect(await list({ payout: payout.id })).toEqual([payout.balance_transaction, other.id]);
      expect(await list({ payout: payout.id, limit: 1, starting_after: payout.balance_transaction as string })).toEqual(
        [other.id],
      );
      expect(await list({ payout: payout.id, ending_before: other.id })).toEqual([payout.balance_transaction]);
      expect(await list({ currency: 'eur' })).toEqual([payout.balance_transaction, other.id]);
      expect(await list({ currency: 'eur', type: 'topup' })).toEqual([other.id]);
    });

    it('unless a fault strikes: too many requests, an error, a lost connection', async () => {
      await seven();
      const path = '/v1/balance_transactions';
      for (const [status, expected] of [
        [429, { statusCode: 429 }],
        [500, { statusCode: 500 }],
        ['reset', { type: 'StripeConnectionError' }],
      ] as const) {
        // The SDK tries once more by itself where the connection was lost.
        await sandbox.control('/faults', { path, method: 'GET', status, times: status === 'reset' ? 2 : 1 });
        expect(await refusal(stripe.balanceTransactions.list())).toMatchObject(expected);
        expect(await list()).toHaveLength(7);
      }
    });
  });
});
