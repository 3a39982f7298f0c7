import Stripe from 'stripe';
import { aCourse, type Harness, refusal, startHarness } from '../testing/harness.js';

describe('payments without a page', () => {
  let sandbox: Harness;
  let stripe: Stripe;
  beforeAll(async () => {
    sandbox = await startHarness();
    stripe = sandbox.stripe;
  });
  afterAll(() => sandbox.close());

  const keeping = { payment_intent_data: { setup_future_usage: 'off_session' as const } };

  /** Pays a session that keeps the card, and says whose and which. */
  async function keptCard(card = '4242424242424242', terms: Partial<Stripe.Checkout.SessionCreateParams> = {}) {
    const session = await stripe.checkout.sessions.create(
      aCourse({ customer_creation: 'always', ...keeping, ...terms }),
    );
    await sandbox.control(`/sessions/${session.id}/pay`, { card, email: 'lena@example.test' });
    const paid = await stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] });
    const intent = paid.payment_intent as Stripe.PaymentIntent;
    return { customer: paid.customer as string, method: intent.payment_method as string, intent };
  }

  const charge = (customer: string, method: string, terms: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
    stripe.paymentIntents.create({
      amount: 8_300,
      currency: 'usd',
      customer,
      payment_method: method,
      off_session: true,
      confirm: true,
      ...terms,
    });

  const eventsOf = async (id: string) =>
    (
      await sandbox.database.db.rows<{ type: string }>(
        `SELECT type FROM stripe_sandbox.events
         WHERE body #>> '{data,object,id}' = $1 OR body #>> '{data,object,payment_intent}' = $1 ORDER BY seq`,
        [id],
      )
    ).map(({ type }) => type);

  describe('a card kept in a session', () => {
    it('belongs to the customer the session made, and pays later without anybody present', async () => {
      const { customer, method, intent } = await keptCard();
      expect(intent).toMatchObject({ customer, setup_future_usage: 'off_session', status: 'succeeded' });
      expect(await stripe.customers.retrieve(customer)).toMatchObject({ email: 'lena@example.test' });
      expect((await stripe.customers.listPaymentMethods(customer)).data).toMatchObject([{ id: method, customer }]);
      const later = await charge(customer, method, { metadata: { instalment: '2' }, description: 'Second of three' });
      expect(later).toMatchObject({ status: 'succeeded', amount_received: 8_300, metadata: { instalment: '2' } });
      const paid = await stripe.charges.retrieve(later.latest_charge as string, { expand: ['balance_transaction'] });
      expect(paid).toMatchObject({ customer, payment_method: method, metadata: { instalment: '2' } });
      expect(paid.balance_transaction).toMatchObject({ amount: 8_300, fee: 271, net: 8_029, type: 'charge' });
      expect(await eventsOf(later.id)).toEqual([
        'payment_intent.created',
        'charge.succeeded',
        'payment_intent.succeeded',
      ]);
    });

    it('is attached to a customer who was there before', async () => {
      const known = await stripe.customers.create({ email: 'lena@example.test' });
      const { customer, method } = await keptCard('5555555555554444', {
        customer: known.id,
        customer_creation: undefined,
      });
      expect(customer).toBe(known.id);
      expect((await charge(customer, method)).status).toBe('succeeded');
    });

    it('that nobody kept pays once', async () => {
      const { customer, method } = await keptCard('4242424242424242', { payment_intent_data: {} });
      expect((await stripe.paymentMethods.retrieve(method)).customer).toBeNull();
      expect((await refusal(charge(customer, method))).message).toContain('previously used');
      expect((await refusal(stripe.paymentMethods.attach(method, { customer }))).message).toContain('previously used');
    });

    it('that asked for 3-D Secure then does not ask again, one that always asks does', async () => {
      const once = await keptCard('4000002500003155');
      expect((await charge(once.customer, once.method)).status).toBe('succeeded');
      const always = await keptCard('4000002760003184');
      expect((await refusal(charge(always.customer, always.method))).code).toBe('authentication_required');
    });

    it('is of no use to another customer', async () => {
      const { method } = await keptCard();
      const other = await stripe.customers.create();
      expect(await refusal(charge(other.id, method))).toMatchObject({ code: 'resource_missing', statusCode: 400 });
    });
  });

  describe('a bank that says no', () => {
    it.each([
      ['generic_decline', 'card_declined'],
      ['insufficient_funds', 'card_declined'],
      ['expired_card', 'expired_card'],
      ['authentication_required', 'authentication_required'],
    ])('for %s answers 402 and leaves a failed charge, and works again once mended', async (reason, code) => {
      const { customer, method } = await keptCard();
      await sandbox.control(`/payment_methods/${method}/decline`, { reason });
      const error = (await refusal(charge(customer, method))) as Stripe.errors.StripeCardError;
      expect(error).toBeInstanceOf(Stripe.errors.StripeCardError);
      expect(error).toMatchObject({ statusCode: 402, code, decline_code: reason });
      const intent = error.payment_intent!;
      expect(intent).toMatchObject({ status: 'requires_payment_method', last_payment_error: { code } });
      expect(error.charge).toBe(intent.latest_charge);
      expect(await stripe.charges.retrieve(error.charge!)).toMatchObject({ status: 'failed', paid: false });
      expect(await eventsOf(intent.id)).toEqual([
        'payment_intent.created',
        'charge.failed',
        'payment_intent.payment_failed',
      ]);
      await sandbox.control(`/payment_methods/${method}/decline`, { reason: null });
      const again = await stripe.paymentIntents.confirm(intent.id, { payment_method: method, off_session: true });
      expect(again).toMatchObject({ status: 'succeeded', last_payment_error: null });
    });

    it('says so again to the same idempotency key, with the same intent', async () => {
      const { customer, method } = await keptCard();
      await sandbox.control(`/payment_methods/${method}/decline`, {});
      const terms = { amount: 5_000, currency: 'usd', customer, payment_method: method, off_session: true };
      const create = () =>
        refusal(stripe.paymentIntents.create({ ...terms, confirm: true }, { idempotencyKey: `try-${method}` }));
      const [first, second] = [await create(), await create()] as Stripe.errors.StripeCardError[];
      expect(second!.payment_intent!.id).toBe(first!.payment_intent!.id);
      expect(second!.code).toBe('card_declined');
    });

    it.each([
      ['pm_card_chargeDeclined', 'generic_decline'],
      ['pm_card_chargeDeclinedInsufficientFunds', 'insufficient_funds'],
    ])('already refuses to keep %s', async (token, declineCode) => {
      const { id } = await stripe.customers.create();
      expect(await refusal(stripe.paymentMethods.attach(token, { customer: id }))).toMatchObject({
        statusCode: 402,
        decline_code: declineCode,
      });
    });

    it('may let a card be kept and decline it when it is charged', async () => {
      const { id } = await stripe.customers.create();
      const kept = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer: id });
      expect((await refusal(charge(id, kept.id))).code).toBe('card_declined');
    });
  });

  describe('a payment intent', () => {
    it('waits for a method, then for its confirmation, and is then beyond change and cancellation', async () => {
      const open = await stripe.paymentIntents.create({ amount: 2_000, currency: 'usd' });
      expect(open.status).toBe('requires_payment_method');
      expect(await refusal(stripe.paymentIntents.confirm(open.id))).toMatchObject({
        code: 'payment_intent_unexpected_state',
      });
      const chosen = await stripe.paymentIntents.update(open.id, { amount: 2_500, payment_method: 'pm_card_visa' });
      expect(chosen).toMatchObject({ status: 'requires_confirmation', amount: 2_500 });
      expect(await stripe.paymentIntents.confirm(open.id)).toMatchObject({
        status: 'succeeded',
        amount_received: 2_500,
      });
      expect(await stripe.paymentIntents.update(open.id, { metadata: { order: '7' } })).toMatchObject({
        metadata: { order: '7' },
      });
      for (const late of [
        () => stripe.paymentIntents.update(open.id, { amount: 9_900 }),
        () => stripe.paymentIntents.confirm(open.id),
        () => stripe.paymentIntents.cancel(open.id),
      ]) {
        expect((await refusal(late())).code).toBe('payment_intent_unexpected_state');
      }
    });

    it('can be given up with a reason while it is unpaid', async () => {
      const { id } = await stripe.paymentIntents.create({ amount: 2_000, currency: 'usd' });
      const canceled = await stripe.paymentIntents.cancel(id, { cancellation_reason: 'duplicate' });
      expect(canceled).toMatchObject({ status: 'canceled', cancellation_reason: 'duplicate' });
      expect(await eventsOf(id)).toEqual(['payment_intent.created', 'payment_intent.canceled']);
    });

    it('of a session is confirmed and canceled by the session alone', async () => {
      const { intent } = await keptCard();
      expect((await refusal(stripe.paymentIntents.cancel(intent.id))).message).toContain('Checkout Session');
    });

    it('waits for a 3-D Secure step with somebody present, unless told to fail instead', async () => {
      const terms = { amount: 2_000, currency: 'usd', payment_method: 'pm_card_authenticationRequired', confirm: true };
      const asking = await stripe.paymentIntents.create(terms);
      expect(asking).toMatchObject({ status: 'requires_action', next_action: { type: 'use_stripe_sdk' } });
      const paid = await sandbox.control<Stripe.PaymentIntent>(`/payment_intents/${asking.id}/authenticate`, {});
      expect(paid.status).toBe('succeeded');
      const other = await stripe.paymentIntents.create(terms);
      const refused = await sandbox.control<Stripe.PaymentIntent>(`/payment_intents/${other.id}/authenticate`, {
        approve: false,
      });
      expect(refused.last_payment_error!.code).toBe('payment_intent_authentication_failure');
      const failing = stripe.paymentIntents.create({ ...terms, error_on_requires_action: true });
      expect((await refusal(failing)).code).toBe('authentication_required');
    });

    it.each<[string, Partial<Stripe.PaymentIntentCreateParams>, string]>([
      ['off_session without confirm', { confirm: false }, 'off_session'],
      ['less than 50 cents', { amount: 49 }, 'amount'],
      ['a customer that is not there', { customer: 'cus_none' }, 'customer'],
      ['a method that is not there', { payment_method: 'pm_none' }, 'payment_method'],
    ])('is refused with %s', async (_what, terms, param) => {
      const { id } = await stripe.customers.create();
      expect(await refusal(charge(id, 'pm_card_visa', terms))).toMatchObject({ statusCode: 400, param });
    });

    it('is paid once, however many confirm it at the same moment', async () => {
      const { customer, method } = await keptCard();
      const { id } = await stripe.paymentIntents.create({ amount: 2_000, currency: 'usd', customer });
      const tries = Array.from({ length: 6 }, () =>
        stripe.paymentIntents.confirm(id, { payment_method: method, off_session: true }).then(
          () => 1,
          () => 0,
        ),
      );
      expect((await Promise.all(tries)).filter((paid) => paid === 1)).toHaveLength(1);
      expect((await stripe.charges.list({ payment_intent: id })).data).toHaveLength(1);
    });
  });

  describe('a payment method', () => {
    it('is made of a number or a token, attached, changed, listed and let go for good', async () => {
      const { id: customer } = await stripe.customers.create();
      const typed = await stripe.paymentMethods.create({
        type: 'card',
        card: { number: '5555555555554444', exp_month: 3, exp_year: 2_031, cvc: '123' },
        billing_details: { name: 'Lena Brandt', address: { country: 'DE' } },
      });
      expect(typed).toMatchObject({ customer: null, card: { brand: 'mastercard', last4: '4444', exp_year: 2_031 } });
      const token = await stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_visa' } });
      for (const { id } of [typed, token]) await stripe.paymentMethods.attach(id, { customer });
      await stripe.paymentMethods.update(typed.id, { metadata: { own: 'yes' }, billing_details: { phone: '+49' } });
      const listed = await stripe.paymentMethods.list({ customer, type: 'card' });
      expect(listed.data).toMatchObject([
        { id: token.id },
        { id: typed.id, metadata: { own: 'yes' }, billing_details: { name: 'Lena Brandt', phone: '+49' } },
      ]);
      expect(await stripe.paymentMethods.detach(typed.id)).toMatchObject({ customer: null });
      expect((await refusal(stripe.paymentMethods.attach(typed.id, { customer }))).message).toContain(
        'may not be used',
      );
      expect((await refusal(stripe.paymentMethods.detach(typed.id))).message).toContain('not attached');
    });

    it('is never made of a real card', async () => {
      const real = { number: '4111111111111111', exp_month: 3, exp_year: 2_031 };
      expect(await refusal(stripe.paymentMethods.create({ type: 'card', card: real }))).toMatchObject({
        statusCode: 402,
        decline_code: 'test_mode_live_card',
      });
    });

    it('by bank debit waits for the bank, which test accounts do not keep waiting', async () => {
      const pay = async (iban: string) => {
        const { id } = await stripe.paymentMethods.create({ type: 'sepa_debit', sepa_debit: { iban } });
        return stripe.paymentIntents.create({ amount: 1_000, currency: 'eur', payment_method: id, confirm: true });
      };
      expect((await pay('AT611904300234573201')).status).toBe('succeeded');
      expect((await pay('AT861904300235473202')).status).toBe('requires_payment_method');
      const waiting = await pay('DE89370400440532013000');
      expect(waiting.status).toBe('processing');
      await sandbox.control(`/async/${waiting.id}/settle`, {});
      expect((await stripe.paymentIntents.retrieve(waiting.id)).status).toBe('succeeded');
      await expect(sandbox.control(`/async/${waiting.id}/settle`, {})).rejects.toThrow('No bank debit');
    });
  });
});
