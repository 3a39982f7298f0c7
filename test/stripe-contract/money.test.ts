import { randomUUID } from 'node:crypto';
import type Stripe from 'stripe';
import { eventually } from '../support/eventually.js';
import { type AStripe, openStripe, refusal } from './a-stripe.js';

describe('charges, refunds and what they leave behind', () => {
  let here: AStripe;
  let stripe: Stripe;
  beforeAll(async () => {
    here = await openStripe();
    stripe = here.stripe;
  });
  afterAll(() => here.close());

  it('a charge credits the balance, less a fee', async () => {
    const charge = await here.charge(24_900);
    const found = await stripe.charges.retrieve(charge.id, { expand: ['balance_transaction'] });
    const transaction = found.balance_transaction as Stripe.BalanceTransaction;
    expect(found).toMatchObject({ paid: true, captured: true, refunded: false, amount_refunded: 0, disputed: false });
    expect(transaction).toMatchObject({ amount: 24_900, currency: 'usd', type: 'charge', source: charge.id });
    expect(transaction.fee).toBeGreaterThan(0);
    expect(transaction.net).toBe(24_900 - transaction.fee);
    expect(transaction.fee_details.reduce((sum, fee) => sum + fee.amount, 0)).toBe(transaction.fee);
    const listed = await stripe.balanceTransactions.list({ source: charge.id });
    expect(listed.data.map((one) => one.id)).toEqual([transaction.id]);
  });

  it('is refunded in parts, never beyond what was paid', async () => {
    const charge = await here.charge(10_000);
    const first = await stripe.refunds.create({
      charge: charge.id,
      amount: 4_000,
      reason: 'requested_by_customer',
      metadata: { line: '1' },
    });
    expect(first).toMatchObject({ amount: 4_000, currency: 'usd', charge: charge.id, metadata: { line: '1' } });
    expect(['succeeded', 'pending']).toContain(first.status);
    const transaction = await stripe.balanceTransactions.retrieve(first.balance_transaction as string);
    expect(transaction).toMatchObject({ amount: -4_000, fee: 0, net: -4_000, type: 'refund', source: first.id });
    const tooMuch = await refusal(stripe.refunds.create({ charge: charge.id, amount: 6_001 }));
    expect([tooMuch.statusCode, tooMuch.type]).toEqual([400, 'StripeInvalidRequestError']);
    const rest = await stripe.refunds.create({ payment_intent: charge.payment_intent as string });
    expect(rest.amount).toBe(6_000);
    expect(await stripe.charges.retrieve(charge.id)).toMatchObject({ amount_refunded: 10_000, refunded: true });
    expect((await refusal(stripe.refunds.create({ charge: charge.id }))).code).toBe('charge_already_refunded');
    const listed = await stripe.refunds.list({ payment_intent: charge.payment_intent as string });
    expect(listed.data.map((one) => one.id)).toEqual([rest.id, first.id]);
  });

  it('is refunded once per idempotency key', async () => {
    const charge = await here.charge(5_000);
    const options = { idempotencyKey: `contract-${randomUUID()}` };
    const once = { charge: charge.id, amount: 1_000 };
    const [first, again] = [await stripe.refunds.create(once, options), await stripe.refunds.create(once, options)];
    expect(again.id).toBe(first.id);
    expect((await stripe.charges.retrieve(charge.id)).amount_refunded).toBe(1_000);
    const changed = await refusal(stripe.refunds.create({ ...once, amount: 2_000 }, options));
    expect(changed.type).toBe('StripeIdempotencyError');
  });

  it('is told as an event, which can be asked for again', async () => {
    const charge = await here.charge(7_500);
    const event = await eventually(async () => {
      const { data } = await stripe.events.list({ types: ['charge.succeeded'], limit: 20 });
      const about = data.find((one) => (one.data.object as Stripe.Charge).id === charge.id);
      if (!about) throw new Error('No event tells of the charge.');
      return about;
    });
    expect(event).toMatchObject({ object: 'event', type: 'charge.succeeded', livemode: false });
    const again = await stripe.events.retrieve(event.id);
    expect((again.data.object as Stripe.Charge).amount).toBe(7_500);
    expect((await refusal(stripe.events.retrieve('evt_none'))).code).toBe('resource_missing');
  });

  it('is taken back by a dispute, which takes evidence and can be given up', async () => {
    const charge = await here.disputedCharge(6_000);
    const dispute = await eventually(async () => {
      const { data } = await stripe.disputes.list({ charge: charge.id });
      if (!data[0]) throw new Error('Nobody disputes the charge.');
      return data[0];
    });
    expect(dispute).toMatchObject({ amount: 6_000, currency: 'usd', charge: charge.id, status: 'needs_response' });
    expect(dispute.balance_transactions[0]).toMatchObject({ amount: -6_000, type: 'adjustment' });
    expect(dispute.balance_transactions[0]!.fee).toBeGreaterThan(0);
    expect((await stripe.charges.retrieve(charge.id)).disputed).toBe(true);
    const told = await stripe.disputes.update(dispute.id, {
      evidence: { uncategorized_text: 'It was taken.' },
      submit: false,
    });
    expect([told.evidence.uncategorized_text, told.status]).toEqual(['It was taken.', 'needs_response']);
    expect((await stripe.disputes.close(dispute.id)).status).toBe('lost');
    expect((await refusal(stripe.disputes.retrieve('du_none'))).code).toBe('resource_missing');
  });

  it('keeps customers with their metadata, unset by empty text', async () => {
    const email = `contract-${randomUUID()}@example.com`;
    const customer = await stripe.customers.create({ email, metadata: { a: '1', b: '2' } });
    const changed = await stripe.customers.update(customer.id, { metadata: { a: '' }, name: 'Nora Lind' });
    expect([changed.metadata, changed.name]).toEqual([{ b: '2' }, 'Nora Lind']);
    expect((await stripe.customers.list({ email })).data.map((one) => one.id)).toEqual([customer.id]);
    expect((await refusal(stripe.customers.list({ limit: 101 }))).statusCode).toBe(400);
    expect((await refusal(stripe.customers.retrieve('cus_none'))).code).toBe('resource_missing');
  });

  it('signs events so that neither another body nor an old stamp passes', () => {
    const secret = 'whsec_contract';
    const payload = JSON.stringify({ id: 'evt_1', object: 'event', type: 'charge.succeeded' });
    const now = Math.floor(Date.now() / 1_000);
    const header = (timestamp: number) => stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
    expect(stripe.webhooks.constructEvent(payload, header(now), secret).id).toBe('evt_1');
    expect(() => stripe.webhooks.constructEvent(`${payload} `, header(now), secret)).toThrow('signature');
    expect(() => stripe.webhooks.constructEvent(payload, header(now - 301), secret)).toThrow('tolerance');
    expect(() => stripe.webhooks.constructEvent(payload, header(now), 'whsec_other')).toThrow('signature');
  });
});
