import type Stripe from 'stripe';
import { aCourse, type Harness, startHarness, submitForm } from '../testing/harness.js';

const paidForm = {
  method: 'card',
  email: 'nora@example.test',
  cardNumber: '4242 4242 4242 4242',
  expiry: '04/34',
  cvc: '123',
  name: 'Nora Lind',
};

describe('the payment page', () => {
  let harness: Harness;
  let stripe: Stripe;
  beforeAll(async () => {
    harness = await startHarness();
    stripe = harness.stripe;
  });
  afterAll(() => harness.close());

  const open = (terms: Partial<Stripe.Checkout.SessionCreateParams> = {}) =>
    stripe.checkout.sessions.create(aCourse(terms));
  const paidSession = (id: string) =>
    stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge.balance_transaction'] });
  const typesAbout = async (session: string) => {
    const intent = (await stripe.checkout.sessions.retrieve(session)).payment_intent;
    const events = await stripe.events.list({ limit: 100 });
    return events.data
      .filter(({ data }) =>
        [session, intent].some((id) => [field(data, 'id'), field(data, 'payment_intent')].includes(id)),
      )
      .map((event) => event.type)
      .reverse();
  };
  const field = (data: Stripe.Event.Data, name: string) => (data.object as Record<string, unknown>)[name];

  it('says that no money moves, what is paid, how much, and until when in a zone', async () => {
    const session = await open({ customer_email: 'nora@example.test' });
    const page = await fetch(session.url!);
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; font-src 'self'; form-action 'self' http://localhost:3000; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(page.headers.get('cache-control')).toBe('no-store');
    for (const words of [
      'Demo payments: no money moves',
      'Botulinum toxin',
      '$249.00',
      'http://localhost:3000/basket',
      'value="nora@example.test"',
    ]) {
      expect(html).toContain(words);
    }
    expect(html).toMatch(/\d\d:\d\d UTC \((24 hours|23 hours and 59 minutes) from now\)/);
    expect(html).not.toMatch(/<script|style=|\son\w+=/);
    const stylesheet = /href="(\/c\/assets\/\w+\.css)"/.exec(html)![1]!;
    const styles = await fetch(harness.sandbox.url + stylesheet);
    expect([styles.status, styles.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
    expect((await fetch(`${harness.sandbox.url}/c/assets/inter.woff2`)).status).toBe(200);
  });

  it('shows text of a seller as text', async () => {
    const name = '<script>alert(1)</script>';
    const session = await open({
      line_items: [{ quantity: 1, price_data: { currency: 'usd', unit_amount: 900, product_data: { name } } }],
    });
    const html = await (await fetch(session.url!)).text();
    expect(html).toContain('&lt;script>');
    expect(html).not.toContain('<script');
  });

  it('takes the money once and leads back to the shop', async () => {
    const session = await open({ payment_intent_data: { metadata: { order: 'G-7' } }, customer_creation: 'always' });
    const answer = await submitForm(session, paidForm);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `http://localhost:3000/thanks?session=${session.id}`,
    ]);
    const paid = await paidSession(session.id);
    const intent = paid.payment_intent as Stripe.PaymentIntent;
    const charge = intent.latest_charge as Stripe.Charge;
    expect(paid).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      url: null,
      customer_details: { email: 'nora@example.test', name: 'Nora Lind' },
    });
    expect(intent).toMatchObject({ status: 'succeeded', amount_received: 24_900, metadata: { order: 'G-7' } });
    expect(charge).toMatchObject({ status: 'succeeded', paid: true, amount: 24_900, receipt_url: null });
    expect(charge.payment_method_details!.card).toMatchObject({
      brand: 'visa',
      last4: '4242',
      exp_month: 4,
      exp_year: 2034,
    });
    expect(charge.balance_transaction).toMatchObject({
      amount: 24_900,
      fee: 752,
      net: 24_148,
      type: 'charge',
      source: charge.id,
    });
    expect((await stripe.customers.retrieve(paid.customer as string)) as Stripe.Customer).toMatchObject({
      email: 'nora@example.test',
      name: 'Nora Lind',
    });
    expect((await stripe.paymentMethods.retrieve(charge.payment_method!)).card!.last4).toBe('4242');
    expect(await typesAbout(session.id)).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
      'checkout.session.completed',
    ]);
  });

  it.each(['cardNumber', 'card_number', 'number', 'card'])('is content with nothing but %s', async (name) => {
    const session = await open({ customer_email: 'nora@example.test' });
    const answer = await submitForm(session, { [name]: '4242424242424242' });
    expect(answer.status).toBe(303);
    expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      payment_status: 'paid',
      customer_details: { email: 'nora@example.test' },
    });
  });

  it('makes one charge of twenty payments at the same moment', async () => {
    const session = await open();
    const answers = await Promise.all(Array.from({ length: 20 }, () => submitForm(session, paidForm)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, ...Array.from({ length: 19 }, () => 409)]);
    const { payment_intent } = await stripe.checkout.sessions.retrieve(session.id);
    const charges = await stripe.charges.list({ payment_intent: payment_intent as string });
    expect(charges.data).toHaveLength(1);
    expect((await typesAbout(session.id)).filter((type) => type === 'checkout.session.completed')).toHaveLength(1);
    const again = await submitForm(session, paidForm);
    expect(await again.text()).toContain('This payment is complete');
  });

  it.each([
    ['4000000000000002', 'generic_decline', 'Your card was declined.'],
    ['4000000000009995', 'insufficient_funds', 'Your card has insufficient funds.'],
  ])(
    'says why %s is declined, keeps what was typed, and takes another card',
    async (cardNumber, declineCode, message) => {
      const session = await open();
      const answer = await submitForm(session, { ...paidForm, cardNumber });
      const html = await answer.text();
      expect(answer.status).toBe(422);
      expect(html).toContain(message);
      for (const kept of ['nora@example.test', 'Nora Lind', '04/34']) expect(html).toContain(`value="${kept}"`);
      const tried = await paidSession(session.id);
      expect(tried).toMatchObject({
        status: 'open',
        payment_status: 'unpaid',
        payment_intent: {
          status: 'requires_payment_method',
          last_payment_error: { code: 'card_declined', decline_code: declineCode, message },
          latest_charge: { status: 'failed', paid: false, balance_transaction: null, failure_code: 'card_declined' },
        },
      });
      expect(await typesAbout(session.id)).toEqual([
        'payment_intent.created',
        'charge.failed',
        'payment_intent.payment_failed',
      ]);
      expect((await submitForm(session, paidForm)).status).toBe(303);
      const paid = await paidSession(session.id);
      expect(paid).toMatchObject({
        payment_status: 'paid',
        payment_intent: { id: (tried.payment_intent as Stripe.PaymentIntent).id, last_payment_error: null },
      });
    },
  );

  it.each([
    [{ email: 'nora' }, 'Enter an e-mail address like name@example.com.'],
    [{ cardNumber: '' }, 'Enter a card number.'],
    [{ cardNumber: '4242424242424241' }, 'This is not a card number. Check the digits.'],
    [{ cardNumber: '4111111111111111' }, 'This is not one of the test cards.'],
    [{ expiry: '13/34' }, 'Enter the expiry as MM/YY'],
    [{ expiry: '01/20' }, 'This card has expired.'],
    [{ cvc: '12' }, 'Enter the 3 or 4 digits of the security code.'],
    [{ name: '' }, 'Enter the name on the card.'],
    [{ method: 'cheque' }, 'Choose how to pay.'],
  ])('answers %j at the field, and nothing is tried', async (wrong, sentence) => {
    const session = await open();
    const answer = await submitForm(session, { ...paidForm, ...wrong });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(sentence);
    expect((await stripe.checkout.sessions.retrieve(session.id)).payment_intent).toBeNull();
  });

  it('takes a test card that was chosen instead of typed, whatever the empty card fields say', async () => {
    const session = await open();
    const chosen = { ...paidForm, cardNumber: '', expiry: '', cvc: '', name: '' };
    const declined = await submitForm(session, { ...chosen, testCard: '4000000000000002' });
    const html = await declined.text();
    expect([declined.status, html.includes('Your card was declined.')]).toEqual([422, true]);
    expect(html).toMatch(/value="4000000000000002" checked/);
    expect((await submitForm(session, { ...chosen, testCard: '4242424242424242' })).status).toBe(303);
  });

  it('is not upset by null characters', async () => {
    const session = await open();
    expect((await submitForm(session, { ...paidForm, name: 'Nora\0 Lind' })).status).toBe(303);
  });

  it('does not pay a total that is no longer the one shown', async () => {
    const session = await open();
    const answer = await submitForm(session, { ...paidForm, total: '19900' });
    expect([answer.status, (await answer.text()).includes('The total is now $249.00.')]).toEqual([422, true]);
    expect((await stripe.checkout.sessions.retrieve(session.id)).payment_intent).toBeNull();
    expect((await submitForm(session, { ...paidForm, total: '24900' })).status).toBe(303);
  });

  it('asks for the 3-D Secure step and pays only once it is approved', async () => {
    const session = await open();
    const asked = await submitForm(session, { ...paidForm, cardNumber: '4000002500003155' });
    expect(asked.headers.get('location')).toBe(`/c/pay/${session.id}/challenge`);
    expect(await paidSession(session.id)).toMatchObject({
      status: 'open',
      payment_intent: { status: 'requires_action', latest_charge: null },
    });
    expect(await (await fetch(`${session.url}/challenge`)).text()).toContain('Approve the payment');
    const refused = await submitForm(session, { decision: 'refuse' }, '/challenge');
    const html = await refused.text();
    expect([
      refused.status,
      html.includes('The 3-D Secure step was refused'),
      html.includes('value="nora@example.test"'),
    ]).toEqual([422, true, true]);
    expect(await paidSession(session.id)).toMatchObject({
      payment_intent: {
        status: 'requires_payment_method',
        last_payment_error: { code: 'payment_intent_authentication_failure' },
      },
    });
    expect((await submitForm(session, { decision: 'approve' }, '/challenge')).status).toBe(409);
    await submitForm(session, { ...paidForm, cardNumber: '4000002500003155' });
    const answers = await Promise.all([1, 2, 3].map(() => submitForm(session, { decision: 'approve' }, '/challenge')));
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 409, 409]);
    expect(await paidSession(session.id)).toMatchObject({
      payment_status: 'paid',
      payment_intent: { status: 'succeeded' },
    });
  });

  it('completes a bank debit unpaid; the bank settles or refuses it later, once', async () => {
    const sessions = await Promise.all([open(), open()]);
    for (const session of sessions)
      expect((await submitForm(session, { method: 'bank_debit', email: 'nora@example.test' })).status).toBe(303);
    const [settled, failed] = sessions.map((session) => session.id) as [string, string];
    expect(await paidSession(settled)).toMatchObject({
      status: 'complete',
      payment_status: 'unpaid',
      payment_intent: { status: 'processing', latest_charge: { status: 'pending', balance_transaction: null } },
    });
    await harness.control(`/async/${settled}/settle`, {});
    await harness.control(`/async/${failed}/fail`, {});
    await expect(harness.control(`/async/${settled}/settle`, {})).rejects.toThrow(
      'No bank debit of this payment waits',
    );
    expect(await paidSession(settled)).toMatchObject({
      payment_status: 'paid',
      payment_intent: {
        status: 'succeeded',
        latest_charge: { status: 'succeeded', balance_transaction: { net: 24_148, type: 'payment' } },
      },
    });
    expect(await paidSession(failed)).toMatchObject({
      status: 'complete',
      payment_status: 'unpaid',
      payment_intent: { status: 'requires_payment_method', latest_charge: { status: 'failed' } },
    });
    expect((await typesAbout(settled)).slice(-3)).toEqual([
      'charge.succeeded',
      'payment_intent.succeeded',
      'checkout.session.async_payment_succeeded',
    ]);
    expect((await typesAbout(failed)).at(-1)).toBe('checkout.session.async_payment_failed');
  });

  it('offers no bank debit in a currency without one, nor when the seller allows cards only', async () => {
    const yen = await open({
      line_items: [{ quantity: 1, price_data: { currency: 'jpy', unit_amount: 1_200, product_data: { name: 'x' } } }],
    });
    const cards = await open({ allowed_payment_method_types: ['card'] });
    for (const session of [yen, cards]) {
      expect(await (await fetch(session.url!)).text()).not.toContain('bank_debit');
      expect((await submitForm(session, { method: 'bank_debit' })).status).toBe(422);
    }
    expect(await (await fetch(yen.url!)).text()).toContain('¥1,200');
  });

  it('completes a free order without a card', async () => {
    const session = await open({
      line_items: [{ quantity: 1, price_data: { currency: 'usd', unit_amount: 0, product_data: { name: 'x' } } }],
    });
    expect((await submitForm(session, { email: 'nora@example.test' })).status).toBe(303);
    expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      payment_status: 'no_payment_required',
      payment_intent: null,
    });
  });

  it('charges nothing on an expired session, and knows nothing of others', async () => {
    const session = await open();
    await stripe.checkout.sessions.expire(session.id);
    const answer = await submitForm(session, paidForm);
    expect([answer.status, (await answer.text()).includes('This payment page has expired')]).toEqual([410, true]);
    expect((await stripe.checkout.sessions.retrieve(session.id)).payment_intent).toBeNull();
    expect((await fetch(`${harness.sandbox.url}/c/pay/cs_test_nothing`)).status).toBe(404);
  });

  it('leaves no card number in the logs or in the database', async () => {
    const tables = ['objects', 'events', 'deliveries', 'idempotency_keys'];
    for (const table of tables) {
      const found = await harness.database.db.rows(
        `SELECT 1 FROM stripe_sandbox.${table} t WHERE t::text ~ '(4242|4000)[0-9]{12}'`,
      );
      expect(found).toEqual([]);
    }
    expect(harness.logged.join('\n')).not.toMatch(/(4242|4000)[ \d]{12}/);
  });
});
