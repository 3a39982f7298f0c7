import type Stripe from 'stripe';
import { emit } from '../store/emit.js';
import { saveObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import { lockOwnIntent } from './lock-intent.js';
import { unexpectedState } from './confirm-intent.js';

/** Gives up a payment that was not taken yet. */
export async function cancelIntent(
  work: Work,
  id: string,
  reason: Stripe.PaymentIntentCancelParams.CancellationReason | undefined,
): Promise<Stripe.PaymentIntent> {
  const intent = await lockOwnIntent(work, id, 'cancel');
  if (['canceled', 'processing', 'succeeded'].includes(intent.status)) throw unexpectedState('cancel', intent);
  const canceled: Stripe.PaymentIntent = {
    ...intent,
    canceled_at: work.now,
    cancellation_reason: reason ?? null,
    next_action: null,
    status: 'canceled',
  };
  await saveObject(work, canceled);
  await emit(work, 'payment_intent.canceled', canceled);
  return canceled;
}
