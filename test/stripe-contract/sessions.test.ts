import { randomUUID } from 'node:crypto';
import type Stripe from 'stripe';
import { aSale, type AStripe, onlyHere, openStripe, refusal } from './a-stripe.js';

const minute = 60;

describe('checkout sessions, as the product relies on them', () => {
  let here: AStripe;
  let stripe: Stripe;
  beforeAll(async () => {
    here = await openStripe();
    stripe = here.stripe;
  });
  afterAll(() => here.close());

  const create = (...terms: Parameters<typeof aSale>) => stripe.checkout.sessions.create(aSale(...terms));

  it('open with the price that was asked, a page, and nothing paid', async () => {
    const expires_at = Math.floor(Date.now() / 1_000) + 45 * minute;
    const session = await create({ expires_at, client_reference_id: 'G-1', metadata: { order: 'G-1', 0: 'zero' } });
    expect(session).toMatchObject({
      object: 'checkout.session',
      status: 'open',
      payment_status: 'unpaid',
      payment_intent: null,
      amount_subtotal: 24_900,
      amount_total: 24_900,
      currency: 'usd',
      client_reference_id: 'G-1',
      metadata: { order: 'G-1', 0: 'zero' },
      expires_at,
      livemode: false,
      total_details: { amount_discount: 0, amount_tax: 0 },
    });
    expect(session.id).toMatch(/^cs_test_/);
    expect(session.url).toMatch(/^https?:\/\//);
    expect(session.adaptive_pricing!.enabled).toBe(false);
  });

  it('list their line items, and show them when expanded', async () => {
    const session = await create({ expand: ['line_items'] });
    const listed = await stripe.checkout.sessions.listLineItems(session.id, { limit: 1 });
    for (const { data, has_more } of [session.line_items!, listed]) {
      expect(has_more).toBe(false);
      expect(data[0]).toMatchObject({ description: 'Fillers', quantity: 1, amount_total: 24_900, amount_tax: 0 });
      expect(data[0]!.price).toMatchObject({ unit_amount: 24_900, currency: 'usd', active: false });
    }
    expect((await stripe.checkout.sessions.retrieve(session.id)).line_items).toBeUndefined();
    const error = await refusal(stripe.checkout.sessions.retrieve(session.id, { expand: ['colour'] }));
    expect([error.statusCode, error.message]).toEqual([400, expect.stringContaining('cannot be expanded')]);
  });

  it('are made once per idempotency key, and never of two different requests', async () => {
    const options = { idempotencyKey: `contract-${randomUUID()}` };
    const first = await stripe.checkout.sessions.create(aSale(), options);
    const again = await stripe.checkout.sessions.create(aSale(), options);
    expect([again.id, again.lastResponse.headers['idempotent-replayed']]).toEqual([first.id, 'true']);
    const error = await refusal(stripe.checkout.sessions.create(aSale({ amount: 100 }), options));
    expect([error.statusCode, error.type]).toEqual([400, 'StripeIdempotencyError']);
  });

  it('expire at the seller’s wish, once', async () => {
    const session = await create();
    expect(await stripe.checkout.sessions.expire(session.id)).toMatchObject({ status: 'expired', url: null });
    expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      status: 'expired',
      payment_status: 'unpaid',
    });
    const error = await refusal(stripe.checkout.sessions.expire(session.id));
    expect([error.statusCode, error.type]).toEqual([400, 'StripeInvalidRequestError']);
  });

  it('are listed newest first, by pages', async () => {
    const [older, newer] = [await create(), await create()];
    const page = await stripe.checkout.sessions.list({ limit: 1 });
    expect([page.data[0]!.id, page.has_more, page.url]).toEqual([newer.id, true, '/v1/checkout/sessions']);
    const next = await stripe.checkout.sessions.list({ limit: 1, starting_after: newer.id });
    expect(next.data[0]!.id).toBe(older.id);
    const back = await stripe.checkout.sessions.list({ limit: 1, ending_before: older.id });
    expect(back.data[0]!.id).toBe(newer.id);
  });

  it.each<[string, object, string | undefined, string | undefined]>([
    ['an unknown parameter', { colour: 'red' }, 'colour', 'parameter_unknown'],
    [
      'an unknown member',
      { automatic_tax: { enabled: false, colour: 1 } },
      'automatic_tax[colour]',
      'parameter_unknown',
    ],
    ['half a cent', { amount: 4_900.5 }, 'line_items[0][price_data][unit_amount]', 'parameter_invalid_integer'],
    ['a mode that is none', { mode: 'gift' }, 'mode', undefined],
    ['no lines', { line_items: undefined }, undefined, undefined],
    ['customer and e-mail together', { customer: 'cus_none', customer_email: 'a@example.com' }, undefined, undefined],
    ['a customer that is not there', { customer: 'cus_none' }, 'customer', 'resource_missing'],
    ['an end too soon', { expires_at: Math.floor(Date.now() / 1_000) + 5 * minute }, 'expires_at', undefined],
    ['an end too late', { expires_at: Math.floor(Date.now() / 1_000) + 25 * 60 * minute }, 'expires_at', undefined],
    ['less than fifty cents', { amount: 20 }, undefined, 'amount_too_small'],
  ])('are refused with %s', async (_what, terms, param, code) => {
    const error = await refusal(create(terms));
    expect([error.statusCode, error.type, error.requestId]).toEqual([
      400,
      'StripeInvalidRequestError',
      expect.stringMatching(/^req_/),
    ]);
    if (param) expect(error.param).toBe(param);
    if (code) expect(error.code).toBe(code);
  });

  it('are told apart from those that never were', async () => {
    const error = await refusal(stripe.checkout.sessions.retrieve('cs_test_none'));
    expect([error.statusCode, error.code]).toEqual([404, 'resource_missing']);
  });

  onlyHere('are complete and paid after the buyer paid on the page', async () => {
    const session = await create({ payment_intent_data: { metadata: { order: 'G-2' } } });
    await here.pay(session.id);
    const paid = await stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent.latest_charge'] });
    expect(paid).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      url: null,
      payment_intent: {
        status: 'succeeded',
        amount_received: 24_900,
        metadata: { order: 'G-2' },
        latest_charge: { paid: true, status: 'succeeded', amount: 24_900 },
      },
    });
    expect((await refusal(stripe.checkout.sessions.expire(session.id))).statusCode).toBe(400);
  });

  onlyHere('carry the tax of the buyer’s address, and its breakdown when expanded', async () => {
    const session = await create({ automatic_tax: { enabled: true } });
    await here.pay(session.id, { address: { country: 'US', state: 'CA', postalCode: '94105' } });
    const paid = await stripe.checkout.sessions.retrieve(session.id, { expand: ['total_details.breakdown'] });
    const { amount_tax, breakdown } = paid.total_details!;
    expect(paid.automatic_tax).toMatchObject({ enabled: true, status: 'complete' });
    expect(paid.amount_total).toBe(paid.amount_subtotal! + amount_tax);
    expect(breakdown!.taxes.reduce((sum, tax) => sum + tax.amount, 0)).toBe(amount_tax);
  });
});
