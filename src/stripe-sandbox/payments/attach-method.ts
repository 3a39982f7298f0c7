import type Stripe from 'stripe';
import { noSuch } from '../api/stripe-error.js';
import { findObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import { cardError } from './card-error.js';
import { keepMethod } from './keep-method.js';
import { methodNamed } from './new-method.js';
import { cardByLast4 } from './test-cards.js';

/** Keeps a payment method for a customer; the bank is asked, and refuses cards that it would decline. */
export async function attachMethod(work: Work, id: string, customer: string): Promise<Stripe.PaymentMethod> {
  if (!(await findObject(work, 'customer', customer))) throw noSuch('customer', customer, 'customer');
  const method = await methodNamed(work, id);
  const card = cardByLast4(method.card?.last4 ?? '');
  if (card?.decline && !card.keepable) throw cardError(card.decline);
  return keepMethod(work, method.id, customer);
}
