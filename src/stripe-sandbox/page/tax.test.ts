import type Stripe from 'stripe';
import { aCourse, type Harness, refusal, startHarness, submitForm } from '../testing/harness.js';

const california = { email: 'nora@example.test', country: 'US', state: 'CA', postalCode: '94105' };
const card = { card: '4242424242424242' };

describe('automatic tax', () => {
  let harness: Harness;
  let stripe: Stripe;
  beforeAll(async () => {
    harness = await startHarness();
    stripe = harness.stripe;
  });
  afterAll(() => harness.close());

  const taxed = (terms: Partial<Stripe.Checkout.SessionCreateParams> = {}) =>
    stripe.checkout.sessions.create(aCourse({ automatic_tax: { enabled: true }, ...terms }));
  const line = (currency: string, unit_amount: number, tax_behavior: 'exclusive' | 'inclusive') => ({
    quantity: 1,
    price_data: { currency, unit_amount, tax_behavior, product_data: { name: 'Fillers' } },
  });
  const read = (id: string) =>
    stripe.checkout.sessions.retrieve(id, {
      expand: ['total_details.breakdown', 'line_items.data.taxes', 'payment_intent.latest_charge.balance_transaction'],
    });
  const page = async (session: Stripe.Checkout.Session, step = '') => (await fetch(session.url! + step)).text();

  it('asks for the address first, shows the tax, and charges what was shown', async () => {
    const session = await taxed({ customer_creation: 'always' });
    expect(session).toMatchObject({
      amount_total: 24_900,
      automatic_tax: { enabled: true, status: 'requires_location_inputs', liability: { type: 'self' } },
    });
    const first = await page(session);
    for (const words of ['Step 1 of 2', 'Review the total', 'Tax is added once we know where you are.'])
      expect(first).toContain(words);
    const located = await submitForm(session, california, '/address');
    expect([located.status, located.headers.get('location')]).toEqual([303, `/c/pay/${session.id}`]);
    const second = await page(session);
    for (const words of ['Sales tax, CA, 7.25%', '$18.05', 'Pay $267.05', '94105, CA, United States', 'Step 2 of 2'])
      expect(second).toContain(words);
    expect(second).toContain('value="nora@example.test"');
    expect((await submitForm(session, card)).status).toBe(303);
    const paid = await read(session.id);
    expect(paid).toMatchObject({
      payment_status: 'paid',
      amount_subtotal: 24_900,
      amount_total: 26_705,
      automatic_tax: { status: 'complete' },
      total_details: {
        amount_tax: 1_805,
        breakdown: { discounts: [], taxes: [{ amount: 1_805, taxable_amount: 24_900 }] },
      },
      customer_details: {
        email: 'nora@example.test',
        address: { country: 'US', state: 'CA', postal_code: '94105' },
        tax_exempt: 'none',
        tax_ids: [],
      },
      payment_intent: { amount_received: 26_705, latest_charge: { amount: 26_705, balance_transaction: { fee: 804 } } },
    });
    const [item] = paid.line_items!.data;
    expect(item).toMatchObject({ amount_tax: 1_805, amount_total: 26_705 });
    expect(item!.taxes).toMatchObject([
      { amount: 1_805, taxability_reason: 'standard_rated', rate: { percentage: 7.25, inclusive: false, state: 'CA' } },
    ]);
    expect(await stripe.customers.retrieve(paid.customer as string)).toMatchObject({
      address: { country: 'US', state: 'CA' },
    });
  });

  it('shows taxes and breakdown only to those who expand them, and never in events', async () => {
    const session = await taxed();
    await harness.control(`/sessions/${session.id}/pay`, { address: { country: 'US', state: 'NY' } });
    const plain = await stripe.checkout.sessions.retrieve(session.id, { expand: ['line_items'] });
    expect(plain.total_details).toEqual({ amount_discount: 0, amount_shipping: 0, amount_tax: 2_210 });
    expect(plain.line_items!.data[0]).not.toHaveProperty('taxes');
    const items = await stripe.checkout.sessions.listLineItems(session.id, { expand: ['data.taxes'] });
    expect(items.data[0]!.taxes![0]!.amount).toBe(2_210);
    const { data } = await stripe.events.list({ type: 'checkout.session.completed', limit: 1 });
    expect((data[0]!.data.object as Stripe.Checkout.Session).total_details).not.toHaveProperty('breakdown');
  });

  it('is found inside a price that includes it', async () => {
    const session = await taxed({ line_items: [line('eur', 11_900, 'inclusive')] });
    await harness.control(`/sessions/${session.id}/pay`, { address: { country: 'DE' } });
    expect(await read(session.id)).toMatchObject({
      amount_subtotal: 11_900,
      amount_total: 11_900,
      total_details: { amount_tax: 1_900 },
      payment_intent: { amount: 11_900 },
    });
  });

  it('leaves a business of another country to its reverse charge', async () => {
    const session = await taxed({
      tax_id_collection: { enabled: true },
      line_items: [line('eur', 10_000, 'exclusive')],
    });
    const wrong = { country: 'DE', postalCode: '10115', taxId: 'DE12', businessName: 'Praxis Lind' };
    const answer = await submitForm(session, wrong, '/address');
    const html = await answer.text();
    expect([answer.status, html.includes('does not look like a business tax id')]).toEqual([422, true]);
    expect(html).toContain('value="Praxis Lind"');
    await submitForm(session, { ...wrong, taxId: 'DE 123 456 789' }, '/address');
    expect(await page(session)).toContain('VAT, DE, reverse charge');
    await submitForm(session, card);
    expect(await read(session.id)).toMatchObject({
      amount_total: 10_000,
      customer_details: {
        business_name: 'Praxis Lind',
        tax_exempt: 'reverse',
        tax_ids: [{ type: 'eu_vat', value: 'DE123456789' }],
      },
      total_details: { breakdown: { taxes: [{ amount: 0, taxability_reason: 'reverse_charge' }] } },
    });
  });

  it.each([
    [{ country: '' }, 'Choose your country.'],
    [{ country: 'XX' }, 'Choose your country.'],
    [{ state: '' }, 'Choose your state.'],
    [{ postalCode: '' }, 'Enter your postal code.'],
    [{ postalCode: 'SW1A 1AA' }, 'Enter a ZIP code of 5 digits'],
    [{ email: 'nora' }, 'Enter an e-mail address like name@example.com.'],
  ])('answers %j at the field and asks again', async (wrong, sentence) => {
    const session = await taxed();
    const answer = await submitForm(session, { ...california, ...wrong }, '/address');
    expect([answer.status, (await answer.text()).includes(sentence)]).toEqual([422, true]);
    expect((await stripe.checkout.sessions.retrieve(session.id)).automatic_tax.status).toBe('requires_location_inputs');
  });

  it('charges nothing before the tax was shown, and follows a changed address even after a decline', async () => {
    const session = await taxed();
    const bare = await submitForm(session, card);
    expect([bare.status, (await bare.text()).includes('Choose your country.')]).toEqual([422, true]);
    const review = await submitForm(session, { ...card, ...california });
    expect([review.status, (await review.text()).includes('Pay $267.05')]).toEqual([200, true]);
    expect((await stripe.checkout.sessions.retrieve(session.id)).payment_intent).toBeNull();
    await submitForm(session, { card: '4000000000000002' });
    expect(await page(session, '/address')).toContain('value="94105"');
    await submitForm(session, { ...california, state: 'OR', postalCode: '97201' }, '/address');
    const stale = await submitForm(session, { ...card, total: '26705' });
    expect([stale.status, (await stale.text()).includes('The total is now $249.00.')]).toEqual([422, true]);
    await submitForm(session, card);
    expect(await read(session.id)).toMatchObject({
      amount_total: 24_900,
      payment_intent: { amount: 24_900, amount_received: 24_900, latest_charge: { amount: 24_900 } },
    });
  });

  it('asks a known customer for permission to keep the address, and then keeps it', async () => {
    const customer = await stripe.customers.create({ email: 'nora@example.test' });
    const known = { customer: customer.id };
    expect((await refusal(taxed(known))).code).toBe('customer_tax_location_invalid');
    const named = { ...known, customer_update: { address: 'auto' as const } };
    expect((await refusal(taxed({ ...named, tax_id_collection: { enabled: true } }))).param).toBe(
      'customer_update[name]',
    );
    expect((await refusal(taxed({ customer_update: { name: 'auto' } }))).param).toBe('customer_update');
    const session = await taxed(named);
    await harness.control(`/sessions/${session.id}/pay`, { address: { country: 'GB', postalCode: 'SW1A 1AA' } });
    expect((await stripe.customers.retrieve(customer.id)) as Stripe.Customer).toMatchObject({
      address: { country: 'GB', postal_code: 'SW1A 1AA' },
      name: null,
    });
    const again = await taxed(known);
    expect(again).toMatchObject({ amount_total: 29_880, automatic_tax: { status: 'complete' } });
    await expect(
      harness.control(`/sessions/${again.id}/pay`, { address: { country: 'GB' }, taxId: 'x' }),
    ).rejects.toThrow('does not look like');
    await stripe.customers.update(customer.id, { address: '' });
    expect(((await stripe.customers.retrieve(customer.id)) as Stripe.Customer).address).toBeNull();
  });

  it('refuses the lever without an address, and takes an address without tax where the seller wants one', async () => {
    const session = await taxed();
    await expect(harness.control(`/sessions/${session.id}/pay`, {})).rejects.toThrow('depends on an address');
    const plain = await stripe.checkout.sessions.create(aCourse({ billing_address_collection: 'required' }));
    expect(await page(plain)).toContain('Street and house number');
    const incomplete = await submitForm(plain, { ...california, ...card });
    expect([incomplete.status, (await incomplete.text()).includes('Enter your town or city.')]).toEqual([422, true]);
    const whole = { ...california, ...card, line1: '1 Main Street', city: 'San Francisco' };
    expect((await submitForm(plain, whole)).status).toBe(303);
    expect(await read(plain.id)).toMatchObject({
      amount_total: 24_900,
      total_details: { amount_tax: 0 },
      customer_details: { address: { line1: '1 Main Street', city: 'San Francisco' } },
    });
    const free = await stripe.checkout.sessions.create(aCourse({ billing_address_collection: 'required' }));
    expect((await submitForm(free, card)).status).toBe(303);
  });
});
