import type Stripe from 'stripe';
import { openCustomer } from '../resources/customers.js';
import type { Work } from '../store/work.js';
import type { Buyer } from './attempt.js';

type Session = Stripe.Checkout.Session;

/** A session that always makes a customer makes it once somebody pays. */
export async function withCustomer(work: Work, session: Session, buyer: Buyer): Promise<Session> {
  if (session.customer || session.customer_creation !== 'always') return session;
  const known = session.customer_details;
  const customer = await openCustomer(work, {
    email: buyer.email ?? known?.email ?? undefined,
    name: buyer.name ?? known?.name ?? undefined,
    address: known?.address,
  });
  return { ...session, customer: customer.id };
}
