import type Stripe from 'stripe';
import { findObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import type { Buyer } from './attempt.js';
import { completeSession } from './complete-session.js';
import { endDebit } from './end-debit.js';
import { useMethod } from './keep-method.js';
import { settleCharge } from './settle-charge.js';
import { startDebit } from './start-debit.js';
import { withCustomer } from './with-customer.js';

interface Payment {
  session: Stripe.Checkout.Session;
  intent: Stripe.PaymentIntent;
  method: Stripe.PaymentMethod;
  buyer: Buyer;
  /** Whether a 3-D Secure step went before. */
  challenged?: boolean;
}

/** A session's payment that nothing stands against: a card pays now, a bank debit begins. */
export async function takePayment(work: Work, payment: Payment): Promise<Stripe.Checkout.Session> {
  const session = await withCustomer(work, payment.session, payment.buyer);
  const intent: Stripe.PaymentIntent = { ...payment.intent, customer: session.customer };
  const { method, memory } = await useMethod(work, intent, payment.method);
  if (method.type === 'card') {
    await settleCharge(work, intent, method, payment.challenged);
    return completeSession(work, session, payment.buyer, 'paid');
  }
  await startDebit(work, intent, method);
  const complete = await completeSession(work, session, payment.buyer, 'unpaid');
  if (!memory.fate) return complete;
  await endDebit(work, session.id, memory.fate);
  return (await findObject(work, 'checkout.session', session.id))!;
}
