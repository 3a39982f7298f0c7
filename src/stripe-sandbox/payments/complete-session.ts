import type Stripe from 'stripe';
import { redeemDiscount } from '../discounts/redeem-discount.js';
import { buyerDetails } from '../sessions/buyer-details.js';
import { updateCustomer } from '../sessions/update-customer.js';
import { emit } from '../store/emit.js';
import { saveObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import type { Buyer } from './attempt.js';

type Session = Stripe.Checkout.Session;

/** Closes a session that the buyer has finished. With a delayed method it is complete and still unpaid. */
export async function completeSession(
  work: Work,
  session: Session,
  buyer: Buyer,
  paymentStatus: Stripe.Checkout.Session.PaymentStatus,
): Promise<Session> {
  const email = buyer.email ?? session.customer_details?.email ?? null;
  const name = buyer.name ?? session.customer_details?.name ?? null;
  const known = buyerDetails(session.customer_details, { email, name });
  const complete: Session = {
    ...session,
    customer_details: known,
    payment_status: paymentStatus,
    status: 'complete',
    url: null,
  };
  await redeemDiscount(work, complete);
  await saveObject(work, complete);
  if (session.customer) await updateCustomer(work, complete);
  await emit(work, 'checkout.session.completed', complete);
  return complete;
}
