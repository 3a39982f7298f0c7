import type Stripe from 'stripe';
import { invalidRequest, noSuch, type StripeError } from '../api/stripe-error.js';
import type { NewIntent } from '../params/payment-intents.js';
import { methodsFor } from '../sessions/methods.js';
import { findObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import { confirmIntent } from './confirm-intent.js';
import { methodNamed } from './new-method.js';
import { openIntent } from './open-intent.js';
import { shippingOf } from './shipping.js';

/** A payment without a page: made, and with `confirm` tried at once. A bank's no is returned, so that the intent stays. */
export async function createPayment(work: Work, terms: NewIntent): Promise<Stripe.PaymentIntent | StripeError> {
  const { confirm = false, customer, payment_method, shipping, off_session, return_url, ...rest } = terms;
  if (!confirm && off_session !== undefined) throw onlyWithConfirm('off_session');
  if (!confirm && return_url !== undefined) throw onlyWithConfirm('return_url');
  if (terms.amount < 50) {
    throw invalidRequest('Amount must convert to at least 50 cents.', 'amount', 'amount_too_small');
  }
  if (customer && !(await findObject(work, 'customer', customer))) throw noSuch('customer', customer, 'customer');
  const method = payment_method ? await methodNamed(work, payment_method) : undefined;
  const intent = await openIntent(work, {
    ...rest,
    customer,
    payment_method: method?.id,
    payment_method_types: methodsFor(terms.currency, terms.allowed_payment_method_types),
    shipping: shipping && shippingOf(shipping),
  });
  if (!confirm) return intent;
  return confirmIntent(work, intent, {
    off_session,
    return_url,
    error_on_requires_action: terms.error_on_requires_action,
  });
}

const onlyWithConfirm = (param: string) =>
  invalidRequest(`The parameter ${param} cannot be passed when confirm is not true.`, param);
