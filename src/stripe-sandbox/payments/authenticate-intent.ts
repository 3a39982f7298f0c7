import type Stripe from 'stripe';
import { findObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import { refusedChallenge } from './challenge.js';
import { settle, unexpectedState } from './confirm-intent.js';
import { failIntent } from './decline-card.js';
import { lockOwnIntent } from './lock-intent.js';

/** The answer to the 3-D Secure step of a payment made through the API. */
export async function authenticateIntent(work: Work, id: string, approved: boolean): Promise<Stripe.PaymentIntent> {
  const intent = await lockOwnIntent(work, id, 'authenticate');
  if (intent.status !== 'requires_action') throw unexpectedState('authenticate', intent);
  const method = (await findObject(work, 'payment_method', intent.payment_method as string))!;
  return approved ? settle(work, intent, method, true) : failIntent(work, intent, method, refusedChallenge);
}
