import type Stripe from 'stripe';
import { aCourse, type Harness, refusal, startHarness } from '../testing/harness.js';

const minute = 60;

describe('a checkout session', () => {
  let harness: Harness;
  let stripe: Stripe;
  beforeAll(async () => {
    harness = await startHarness();
    stripe = harness.stripe;
  });
  afterAll(() => harness.close());

  const clock = async () => (await harness.control<{ now: number }>('/clock', { advance: 0 })).now;
  const eventsOf = async (id: string) => {
    const { events } = await harness.control<{ events: { event: Stripe.Event }[] }>('/events');
    return events.map(({ event }) => event).filter((event) => (event.data.object as { id: string }).id === id);
  };

  it('opens with the totals of its lines and a page to pay on', async () => {
    const price = await stripe.prices.create({
      currency: 'USD',
      unit_amount: 9_900,
      product_data: { name: 'Fillers' },
    });
    const { line_items } = aCourse();
    const session = await stripe.checkout.sessions.create(
      aCourse({
        line_items: [...line_items!, { price: price.id, quantity: 2 }],
        metadata: { 0: 'a numeric key', order: 'G-1' },
        client_reference_id: 'G-1',
        adaptive_pricing: { enabled: false },
        expand: ['line_items'],
      }),
    );
    expect(session).toMatchObject({
      object: 'checkout.session',
      amount_subtotal: 44_700,
      amount_total: 44_700,
      total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
      currency: 'usd',
      status: 'open',
      payment_status: 'unpaid',
      payment_intent: null,
      metadata: { 0: 'a numeric key', order: 'G-1' },
      client_reference_id: 'G-1',
      adaptive_pricing: { enabled: false },
      livemode: false,
    });
    expect(session.id).toMatch(/^cs_test_\w{58}$/);
    expect(session.url).toBe(`${harness.sandbox.url}/c/pay/${session.id}`);
    expect(session.expires_at - session.created).toBe(24 * 60 * minute);
    expect(session.line_items!.data.map((item) => [item.description, item.quantity, item.amount_total])).toEqual([
      ['Botulinum toxin', 1, 24_900],
      ['Fillers', 2, 19_800],
    ]);
    expect(session.line_items!.data[0]!.price!.unit_amount_decimal!.toString()).toBe('24900');
    const items = await stripe.checkout.sessions.listLineItems(session.id, { limit: 1 });
    expect([items.data.length, items.has_more]).toEqual([1, true]);
    const rest = await stripe.checkout.sessions.listLineItems(session.id, { starting_after: items.data[0]!.id });
    expect([rest.data[0]!.description, rest.has_more]).toEqual(['Fillers', false]);
  });

  it.each<[string, Partial<Stripe.Checkout.SessionCreateParams>, string, string | undefined]>([
    ['no mode', { mode: undefined }, 'mode', 'parameter_missing'],
    ['no lines', { line_items: undefined }, 'line_items', 'parameter_missing'],
    ['no success address', { success_url: undefined }, 'success_url', 'parameter_missing'],
    ['an address that is none', { success_url: 'shop' }, 'success_url', 'url_invalid'],
    ['customer and e-mail together', { customer: 'cus_1', customer_email: 'a@b.test' }, 'customer', undefined],
    ['a customer that is not there', { customer: 'cus_1' }, 'customer', 'resource_missing'],
    ['an e-mail that is none', { customer_email: 'a@b' }, 'customer_email', 'email_invalid'],
    ['a mode it does not know', { mode: 'gift' }, 'mode', undefined],
  ])('is refused with %s', async (_case, terms, param, code) => {
    const error = await refusal(stripe.checkout.sessions.create(aCourse(terms)));
    expect([error.statusCode, error.type, error.param, error.code]).toEqual([
      400,
      'StripeInvalidRequestError',
      param,
      code,
    ]);
  });

  it.each<[string, Stripe.Checkout.SessionCreateParams.LineItem[], string, string | undefined]>([
    ['price and price_data', [{ ...aCourse().line_items![0], price: 'price_1' }], 'line_items[0][price]', undefined],
    ['a price that is not there', [{ price: 'price_1', quantity: 1 }], 'line_items[0][price]', 'resource_missing'],
    [
      'no quantity',
      [{ price_data: aCourse().line_items![0]!.price_data! }],
      'line_items[0][quantity]',
      'parameter_missing',
    ],
    [
      'part of a cent',
      [{ quantity: 1, price_data: { currency: 'usd', unit_amount: 4900.5, product_data: { name: 'x' } } }],
      'line_items[0][price_data][unit_amount]',
      'parameter_invalid_integer',
    ],
    [
      'two currencies',
      ['usd', 'eur'].map((currency) => ({
        quantity: 1,
        price_data: { currency, unit_amount: 900, product_data: { name: 'x' } },
      })),
      'line_items',
      undefined,
    ],
    [
      'less than half a dollar',
      [{ quantity: 1, price_data: { currency: 'usd', unit_amount: 49, product_data: { name: 'x' } } }],
      'line_items',
      'amount_too_small',
    ],
  ])('is refused with lines that have %s', async (_case, line_items, param, code) => {
    const error = await refusal(stripe.checkout.sessions.create(aCourse({ line_items })));
    expect([error.statusCode, error.param, error.code]).toEqual([400, param, code]);
  });

  it('stays open for at least 30 minutes and at most a day', async () => {
    const now = await clock();
    const at = (expires_at: number) => stripe.checkout.sessions.create(aCourse({ expires_at }));
    expect((await refusal(at(now + 29 * minute))).message).toBe(
      'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.',
    );
    expect((await refusal(at(now + 25 * 60 * minute))).message).toBe(
      'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.',
    );
    expect((await at(now + 31 * minute)).expires_at).toBe(now + 31 * minute);
  });

  it('expires when the seller says so, once', async () => {
    const session = await stripe.checkout.sessions.create(aCourse());
    expect(await stripe.checkout.sessions.expire(session.id)).toMatchObject({ status: 'expired', url: null });
    const error = await refusal(stripe.checkout.sessions.expire(session.id));
    expect(error.message).toContain('Only Checkout Sessions with a status in ["open"] can be expired.');
    expect((await eventsOf(session.id)).map((event) => event.type)).toEqual(['checkout.session.expired']);
  });

  it('is found expired by whoever reads it after its time, and says so once', async () => {
    const session = await stripe.checkout.sessions.create(aCourse({ expires_at: (await clock()) + 31 * minute }));
    await harness.control('/clock', { advance: 32 * minute });
    const reads = await Promise.all(Array.from({ length: 8 }, () => stripe.checkout.sessions.retrieve(session.id)));
    expect(new Set(reads.map((read) => read.status))).toEqual(new Set(['expired']));
    const page = await fetch(session.url!);
    expect(page.status).toBe(410);
    expect(await page.text()).toContain('This payment page has expired');
    expect(await eventsOf(session.id)).toHaveLength(1);
    const listed = await stripe.checkout.sessions.list({ status: 'expired', limit: 100 });
    expect(listed.data.map((one) => one.id)).toContain(session.id);
  });
});
