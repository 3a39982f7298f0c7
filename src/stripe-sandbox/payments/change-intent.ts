import type Stripe from 'stripe';
import { noSuch } from '../api/stripe-error.js';
import { changedMetadata } from '../params/metadata.js';
import type { IntentChange } from '../params/payment-intents.js';
import { findObject, lockObject, saveObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import { unexpectedState } from './confirm-intent.js';
import { methodNamed } from './new-method.js';
import { shippingOf } from './shipping.js';

/** Changes an intent: what is paid and by what only before it was, words about it at any time. */
export async function changeIntent(work: Work, id: string, change: IntentChange): Promise<Stripe.PaymentIntent> {
  const held = await lockObject(work, 'payment_intent', id);
  if (!held) throw noSuch('payment_intent', id);
  const { body: intent } = held;
  const { allowed_payment_method_types, metadata, payment_method, shipping, ...plain } = change;
  const { amount, currency, customer, setup_future_usage } = plain;
  const isOver = ['canceled', 'processing', 'succeeded'].includes(intent.status);
  if (isOver && [amount, currency, customer, payment_method, setup_future_usage].some((part) => part !== undefined)) {
    throw unexpectedState('update', intent);
  }
  if (customer && !(await findObject(work, 'customer', customer))) throw noSuch('customer', customer, 'customer');
  const method = payment_method && (await methodNamed(work, payment_method)).id;
  const changed: Stripe.PaymentIntent = {
    ...intent,
    ...plain,
    metadata: changedMetadata(intent.metadata, metadata),
    ...(allowed_payment_method_types && { payment_method_types: allowed_payment_method_types }),
    ...(shipping && { shipping: shippingOf(shipping) }),
    ...(method && { payment_method: method, status: 'requires_confirmation' }),
  };
  await saveObject(work, changed);
  return changed;
}
