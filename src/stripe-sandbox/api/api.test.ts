import Stripe from 'stripe';
import { aCourse, type Harness, refusal, startHarness, submitForm } from '../testing/harness.js';

describe("Stripe's API", () => {
  let harness: Harness;
  let stripe: Stripe;
  beforeAll(async () => {
    harness = await startHarness();
    stripe = harness.stripe;
  });
  afterAll(() => harness.close());

  const raw = (path: string, init: RequestInit & { headers?: Record<string, string> } = {}) =>
    fetch(harness.sandbox.url + path, { ...init, headers: { Authorization: 'Bearer sk_test_x', ...init.headers } });
  const paid = async (amount = 24_900) => {
    const line = { quantity: 1, price_data: { currency: 'usd', unit_amount: amount, product_data: { name: 'x' } } };
    const session = await stripe.checkout.sessions.create(aCourse({ line_items: [line] }));
    await submitForm(session, { card: '4242424242424242' });
    const { payment_intent } = await stripe.checkout.sessions.retrieve(session.id);
    return (await stripe.charges.list({ payment_intent: payment_intent as string })).data[0]!;
  };

  it('opens to test keys only, and never repeats a key', async () => {
    for (const key of ['', 'sk_live_abc', 'pk_test_abc', 'nonsense']) {
      const answer = await raw('/v1/account', { headers: { Authorization: key && `Bearer ${key}` } });
      const body = await answer.text();
      expect([answer.status, answer.headers.get('request-id')]).toEqual([401, expect.stringMatching(/^req_/)]);
      if (key) expect(body).not.toContain(key);
    }
    expect((await stripe.accounts.retrieveCurrent()).charges_enabled).toBe(true);
  });

  it('names every request, and says what it does not serve', async () => {
    const answer = await stripe.customers.create({});
    expect(answer.lastResponse.requestId).toMatch(/^req_\w{24}$/);
    const error = await refusal(stripe.subscriptions.list());
    expect([error.statusCode, error.message]).toEqual([
      404,
      expect.stringContaining('Unrecognized request URL (GET: /v1/subscriptions)'),
    ]);
  });

  it.each([
    ['an unknown parameter', 'colour=red', 'colour', 'parameter_unknown'],
    ['an unknown member', 'metadata[a][b]=1', 'metadata[a]', undefined],
    ['a prototype', '__proto__[admin]=1', '__proto__[admin]', 'parameter_unknown'],
    ['an empty value that cannot be unset', 'name=', 'name', 'parameter_invalid_empty'],
    ['a text where an object belongs', 'metadata=text', 'metadata', undefined],
    ['an object where a text belongs', 'name[first]=a', 'name', undefined],
  ])('refuses %s by name', async (_what, body, param, code) => {
    const answer = await raw('/v1/customers', {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    const { error } = (await answer.json()) as { error: { type: string; param: string; code?: string } };
    expect([answer.status, error.type, error.param, error.code]).toEqual([400, 'invalid_request_error', param, code]);
  });

  it.each([
    ['nested a hundred deep', `metadata${'[a]'.repeat(100)}=1`, 400],
    ['with a number beyond all numbers', 'balance=1e309', 400],
    ['with a prototype inside', 'metadata[__proto__][admin]=1', 400],
    ['with a constructor inside', 'metadata[constructor]=1', 400],
    ['with a thousand metadata', Array.from({ length: 1_000 }, (_, n) => `metadata[${n}]=x`).join('&'), 400],
    ['with broken escapes', 'name=%E0%A4%A', 200],
    ['larger than a megabyte', `name=${'x'.repeat(1_100_000)}`, 413],
    ['with a name of a megabyte less one', `name=${'x'.repeat(1_000_000)}`, 400],
    ['with a null byte', 'name=a%00b', 400],
  ])('answers a request %s calmly', async (_what, body, status) => {
    const answer = await raw('/v1/customers', { method: 'POST', body });
    expect(answer.status).toBe(status);
    if (status !== 200) {
      const { error } = (await answer.json()) as { error: { type: string } };
      expect(error.type).toBe('invalid_request_error');
    }
    expect((await stripe.customers.list({ limit: 1 })).object).toBe('list');
  });

  it('speaks of wrong values as Stripe does, and names what Stripe knows and it does not serve', async () => {
    const wrong = await refusal(stripe.checkout.sessions.create(aCourse({ mode: 'gift' })));
    expect(wrong.message).toBe('Invalid mode: must be one of payment, setup, or subscription');
    const unserved = await refusal(
      stripe.checkout.sessions.create(aCourse({ after_expiration: { recovery: { enabled: true } } })),
    );
    expect(unserved.message).toBe('The Stripe stand-in does not serve the parameter after_expiration.');
  });

  it('refuses an amount below zero', async () => {
    const line = { quantity: 1, price_data: { currency: 'usd', unit_amount: -1, product_data: { name: 'x' } } };
    const error = await refusal(stripe.checkout.sessions.create(aCourse({ line_items: [line] })));
    expect([error.param, error.code]).toEqual(['line_items[0][price_data][unit_amount]', 'parameter_invalid_integer']);
  });

  it('keeps metadata with numeric keys as an object, and unsets by empty text', async () => {
    const customer = await stripe.customers.create({ metadata: { 0: 'zero', 1: 'one', name: 'x' } });
    expect(customer.metadata).toEqual({ 0: 'zero', 1: 'one', name: 'x' });
    const changed = await stripe.customers.update(customer.id, { metadata: { 1: '' }, email: 'nora@example.test' });
    expect([changed.metadata, changed.email]).toEqual([{ 0: 'zero', name: 'x' }, 'nora@example.test']);
    expect((await stripe.customers.update(customer.id, { metadata: '' })).metadata).toEqual({});
  });

  describe('with an idempotency key', () => {
    it('answers a repeated request with the first answer', async () => {
      const options = { idempotencyKey: 'order-1' };
      const first = await stripe.checkout.sessions.create(aCourse(), options);
      const second = await stripe.checkout.sessions.create(aCourse(), options);
      expect(second.id).toBe(first.id);
      expect([first, second].map((answer) => answer.lastResponse.headers['idempotent-replayed'])).toEqual([
        undefined,
        'true',
      ]);
    });

    it('refuses another request under the same key', async () => {
      const options = { idempotencyKey: 'order-2' };
      await stripe.checkout.sessions.create(aCourse(), options);
      for (const call of [
        stripe.checkout.sessions.create(aCourse({ client_reference_id: 'other' }), options),
        stripe.customers.create({}, options),
      ]) {
        const error = await refusal(call);
        expect([error.statusCode, error.type]).toEqual([400, 'StripeIdempotencyError']);
      }
    });

    it('makes one of ten at the same moment; the others are told to wait', async () => {
      const calls = Array.from({ length: 10 }, () =>
        stripe.customers.create({ name: 'once' }, { idempotencyKey: 'order-3' }),
      );
      const done = await Promise.allSettled(calls);
      const ids = new Set(done.filter((one) => one.status === 'fulfilled').map((one) => one.value.id));
      expect(ids.size).toBe(1);
      for (const one of done.filter((each) => each.status === 'rejected')) {
        expect((one.reason as Stripe.errors.StripeError).code).toBe('idempotency_key_in_use');
      }
    });

    it('lets a refused request be corrected under its key', async () => {
      const options = { idempotencyKey: 'order-4' };
      await refusal(stripe.checkout.sessions.create(aCourse({ mode: undefined }), options));
      expect((await stripe.checkout.sessions.create(aCourse(), options)).status).toBe('open');
    });
  });

  it('lists newest first, by pages in both directions, and narrows', async () => {
    const email = 'many@example.test';
    for (let n = 0; n < 5; n += 1) await stripe.customers.create({ email, name: String(n) });
    const names = (list: Stripe.ApiList<Stripe.Customer>) => [list.data.map((one) => one.name).join(''), list.has_more];
    const first = await stripe.customers.list({ email, limit: 2 });
    expect(names(first)).toEqual(['43', true]);
    const next = await stripe.customers.list({ email, limit: 2, starting_after: first.data[1]!.id });
    expect(names(next)).toEqual(['21', true]);
    expect(names(await stripe.customers.list({ email, limit: 2, ending_before: next.data[1]!.id }))).toEqual([
      '32',
      true,
    ]);
    expect(names(await stripe.customers.list({ email, starting_after: next.data[1]!.id }))).toEqual(['0', false]);
    const all = await stripe.customers.list({ email, limit: 2 }).autoPagingToArray({ limit: 100 });
    expect(all).toHaveLength(5);
    const { created } = all[0]!;
    expect(
      (await stripe.customers.list({ email, created: { gte: created - 60, lt: created + 60 } })).data,
    ).toHaveLength(5);
    expect((await stripe.customers.list({ email, created: { gt: created + 60 } })).data).toHaveLength(0);
    expect((await refusal(stripe.customers.list({ limit: 101 }))).param).toBe('limit');
    expect((await refusal(stripe.customers.list({ starting_after: 'cus_none' }))).code).toBe('resource_missing');
  });

  it('finds a payment from each of its ends', async () => {
    const charge = await paid();
    const intent = charge.payment_intent as string;
    const sessions = await stripe.checkout.sessions.list({
      payment_intent: intent,
      expand: ['data.payment_intent.latest_charge'],
    });
    const [session] = sessions.data;
    expect(((session!.payment_intent as Stripe.PaymentIntent).latest_charge as Stripe.Charge).id).toBe(charge.id);
    const transactions = await stripe.balanceTransactions.list({ source: charge.id, expand: ['data.source'] });
    expect(transactions.data.map((one) => [one.type, (one.source as Stripe.Charge).id])).toEqual([
      ['charge', charge.id],
    ]);
    const events = await stripe.events.list({ types: ['charge.succeeded'], limit: 100 });
    const about = events.data.find((event) => (event.data.object as Stripe.Charge).id === charge.id);
    expect((await stripe.events.retrieve(about!.id)).type).toBe('charge.succeeded');
    expect((await refusal(stripe.charges.retrieve(charge.id, { expand: ['amount'] }))).message).toContain(
      'cannot be expanded (amount)',
    );
    expect((await refusal(stripe.charges.retrieve('ch_none'))).statusCode).toBe(404);
  });

  it('refunds in parts, never more than was paid', async () => {
    const charge = await paid(10_000);
    const refund = await stripe.refunds.create({
      charge: charge.id,
      amount: 4_000,
      reason: 'requested_by_customer',
      metadata: { line: '1' },
    });
    expect(refund).toMatchObject({ amount: 4_000, status: 'succeeded', charge: charge.id, metadata: { line: '1' } });
    const transaction = await stripe.balanceTransactions.retrieve(refund.balance_transaction as string);
    expect(transaction).toMatchObject({ amount: -4_000, fee: 0, net: -4_000, type: 'refund', fee_details: [] });
    expect((await refusal(stripe.refunds.create({ charge: charge.id, amount: 6_001 }))).param).toBe('amount');
    const both = await Promise.allSettled(
      [1, 2].map(() => stripe.refunds.create({ payment_intent: charge.payment_intent as string, amount: 6_000 })),
    );
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await stripe.charges.retrieve(charge.id)).toMatchObject({ amount_refunded: 10_000, refunded: true });
    expect((await refusal(stripe.refunds.create({ charge: charge.id }))).code).toBe('charge_already_refunded');
    expect((await stripe.refunds.list({ charge: charge.id })).data).toHaveLength(2);
  });

  describe('with a planned fault', () => {
    const plan = (fault: object) => harness.control('/faults', fault);

    it.each([
      [429, 'StripeRateLimitError'],
      [500, 'StripeAPIError'],
      ['reset', 'StripeConnectionError'],
      ['truncated', 'StripeAPIError'],
    ])('answers %s as often as planned, then as ever', async (status, type) => {
      await plan({ path: '/v1/customers', method: 'GET', status, times: 2 });
      const once = await refusal(stripe.customers.list());
      expect(once.type).toBe(type);
      await stripe.products.list();
      for (let n = 0; n < 2; n += 1) await stripe.customers.list().catch(() => undefined);
      expect((await stripe.customers.list()).object).toBe('list');
    });

    it('hangs until the client gives up', async () => {
      await plan({ path: '/v1/customers', status: 'timeout' });
      const impatient = new Stripe('sk_test_x', {
        host: '127.0.0.1',
        port: harness.sandbox.port,
        protocol: 'http',
        maxNetworkRetries: 0,
        timeout: 300,
      });
      expect((await refusal(impatient.customers.list())).type).toBe('StripeConnectionError');
    });

    it('loses the answer after the effect; the same key then finds the one session', async () => {
      await plan({ path: '/v1/checkout/sessions', method: 'POST', status: 'reset', times: 2, after: true });
      const patient = new Stripe('sk_test_x', {
        host: '127.0.0.1',
        port: harness.sandbox.port,
        protocol: 'http',
        maxNetworkRetries: 3,
      });
      const session = await patient.checkout.sessions.create(aCourse({ client_reference_id: 'lost' }), {
        idempotencyKey: 'lost-1',
      });
      expect(session.lastResponse.headers['idempotent-replayed']).toBe('true');
      const { data } = await stripe.checkout.sessions.list({ limit: 100 });
      expect(data.filter((one) => one.client_reference_id === 'lost')).toHaveLength(1);
    });
  });

  describe('the control plane', () => {
    it('tells what it can do, to this machine and not to pages of other sites', async () => {
      const told = await harness.control<{ levers: object }>('');
      expect(Object.keys(told.levers)).toContain('POST /_sandbox/async/:id/settle');
      const foreign = await fetch(`${harness.sandbox.url}/_sandbox/reset`, {
        method: 'POST',
        headers: { 'Sec-Fetch-Site': 'cross-site' },
      });
      expect(foreign.status).toBe(403);
    });

    it('pays and expires sessions without the page', async () => {
      const [first, second, third] = await Promise.all([1, 2, 3].map(() => stripe.checkout.sessions.create(aCourse())));
      expect(await harness.control(`/sessions/${first!.id}/pay`, {})).toMatchObject({
        outcome: 'complete',
        session: { payment_status: 'paid' },
        successUrl: `http://localhost:3000/thanks?session=${first!.id}`,
      });
      expect(await harness.control(`/sessions/${second!.id}/pay`, { card: '4000000000000002' })).toMatchObject({
        outcome: 'declined',
      });
      expect(await harness.control(`/sessions/${second!.id}/pay`, { card: '4000002500003155' })).toMatchObject({
        outcome: 'complete',
      });
      expect(await harness.control(`/sessions/${third!.id}/expire`, {})).toMatchObject({ status: 'expired' });
      await expect(harness.control('/webhooks', { mode: 'lose' })).rejects.toThrow('mode');
    });

    it('forgets everything when asked to', async () => {
      await stripe.customers.create({}, { idempotencyKey: 'forgotten' });
      await harness.control('/reset', {});
      expect((await stripe.customers.list()).data).toEqual([]);
      expect((await stripe.events.list()).data).toEqual([]);
      await stripe.products.create({ name: 'x' }, { idempotencyKey: 'forgotten' });
    });
  });
});
