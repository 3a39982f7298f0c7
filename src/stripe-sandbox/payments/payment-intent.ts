import type Stripe from 'stripe';
import { emit } from '../store/emit.js';
import { newId, randomText } from '../store/ids.js';
import { findObject, insertObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import type { OpenPayment } from './attempt.js';

/**
 * The session's payment intent. Stripe makes it when the buyer first tries to pay, and keeps it for later tries; its
 * amount is the session's total of now, which follows the buyer's address.
 */
export async function intentOf(work: Work, { session, memory }: OpenPayment): Promise<Stripe.PaymentIntent> {
  if (session.payment_intent) {
    const known = (await findObject(work, 'payment_intent', session.payment_intent as string))!;
    return { ...known, amount: session.amount_total! };
  }
  const id = newId('pi');
  const intent: Stripe.PaymentIntent & { object: 'payment_intent' } = {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: session.amount_total!,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: `${id}_secret_${randomText(25)}`,
    confirmation_method: 'automatic',
    created: work.now,
    currency: session.currency!,
    customer: session.customer,
    customer_account: null,
    description: memory.paymentIntentData.description,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: memory.paymentIntentData.metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: session.payment_method_types,
    payment_record: null,
    processing: null,
    receipt_email: memory.paymentIntentData.receipt_email,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: memory.paymentIntentData.statement_descriptor,
    statement_descriptor_suffix: memory.paymentIntentData.statement_descriptor_suffix,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
  };
  await insertObject(work, intent);
  await emit(work, 'payment_intent.created', intent);
  return intent;
}
