import Stripe from 'stripe';
import { client, startHarness } from '../../src/stripe-sandbox/testing/harness.js';

const key = process.env.STRIPE_SECRET_KEY ?? '';
const isReal = key !== '';
if (isReal && !/^[sr]k_test_/.test(key)) throw new Error('The contract is checked with a test key only: sk_test_…');

export interface AStripe {
  stripe: Stripe;
  /** A charge of this amount, paid by card. */
  charge(amount: number): Promise<Stripe.Charge>;
  /** A charge that its buyer disputes. */
  disputedCharge(amount: number): Promise<Stripe.Charge>;
  /** Pays a session; only the stand-in can, the real one wants a person on its page. */
  pay(session: string, how?: object): Promise<unknown>;
  close(): Promise<void>;
}

/** The stand-in, or with STRIPE_SECRET_KEY=sk_test_… Stripe's own test mode: the same tests for both. */
export const openStripe = (): Promise<AStripe> => (isReal ? realStripe() : standIn());

/** Steps that real Stripe cannot do without a person or without settings of the account; they are named when skipped. */
export const onlyHere: jest.It = isReal ? named(it.skip) : it;

function named(skip: jest.It): jest.It {
  const say = (name: string) => process.stdout.write(`Not checked against real Stripe: ${name}\n`);
  return Object.assign(((name: string, act: () => Promise<void>) => (say(name), skip(name, act))) as jest.It, skip);
}

function realStripe(): Promise<AStripe> {
  const stripe = new Stripe(key, { maxNetworkRetries: 2 });
  const chargeBy = (payment_method: string) => async (amount: number) => {
    const intent = await stripe.paymentIntents.create({
      amount,
      currency: 'usd',
      payment_method,
      allowed_payment_method_types: ['card'],
      confirm: true,
      expand: ['latest_charge'],
    });
    return intent.latest_charge as Stripe.Charge;
  };
  const pay = () => Promise.reject(new Error('Nobody is on the page.'));
  return Promise.resolve({
    stripe,
    charge: chargeBy('pm_card_visa'),
    disputedCharge: chargeBy('pm_card_createDispute'),
    pay,
    close: () => Promise.resolve(),
  });
}

async function standIn(): Promise<AStripe> {
  const harness = await startHarness();
  const stripe = client(harness.sandbox.port);
  const pay = (session: string, how: object = {}) => harness.control(`/sessions/${session}/pay`, how);
  const charge = async (amount: number) => {
    const session = await stripe.checkout.sessions.create(aSale({ amount }));
    await pay(session.id);
    const paid = await stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent.latest_charge'] });
    return (paid.payment_intent as Stripe.PaymentIntent).latest_charge as Stripe.Charge;
  };
  const disputedCharge = async (amount: number) => {
    const { id } = await charge(amount);
    await harness.control(`/charges/${id}/dispute`, {});
    return stripe.charges.retrieve(id);
  };
  return { stripe, charge, disputedCharge, pay, close: () => harness.close() };
}

/** A session as the product asks for it. */
export const aSale = ({
  amount = 24_900,
  ...terms
}: Partial<Stripe.Checkout.SessionCreateParams> & { amount?: number } = {}): Stripe.Checkout.SessionCreateParams => ({
  mode: 'payment',
  adaptive_pricing: { enabled: false },
  success_url: 'https://glabella.test/thanks?session={CHECKOUT_SESSION_ID}',
  cancel_url: 'https://glabella.test/basket',
  line_items: [
    { quantity: 1, price_data: { currency: 'usd', unit_amount: amount, product_data: { name: 'Fillers' } } },
  ],
  ...terms,
});

/** What the SDK threw. */
export const refusal = (call: Promise<unknown>): Promise<Stripe.errors.StripeError> =>
  call.then(
    () => Promise.reject(new Error('It was not refused.')),
    (error: Stripe.errors.StripeError) => error,
  );
