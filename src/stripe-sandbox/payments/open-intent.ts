import type Stripe from 'stripe';
import { changedMetadata } from '../params/metadata.js';
import { emit } from '../store/emit.js';
import { newId, randomText } from '../store/ids.js';
import { insertObject } from '../store/objects.js';
import type { Work } from '../store/work.js';

type Intent = Stripe.PaymentIntent;

/** What is known of a payment before anybody tries to pay it. */
export interface IntentTerms {
  /** In minor units. */
  amount: number;
  currency: string;
  capture_method?: Stripe.PaymentIntent['capture_method'] | undefined;
  confirmation_method?: Stripe.PaymentIntent['confirmation_method'] | undefined;
  customer?: string | null | undefined;
  description?: string | null | undefined;
  metadata?: Record<string, string> | '' | undefined;
  payment_method?: string | undefined;
  payment_method_types: string[];
  receipt_email?: string | null | undefined;
  setup_future_usage?: Stripe.PaymentIntent.SetupFutureUsage | null | undefined;
  shipping?: Stripe.PaymentIntent.Shipping | null | undefined;
  statement_descriptor?: string | null | undefined;
  statement_descriptor_suffix?: string | null | undefined;
}

/** Writes a payment intent that nobody has tried to pay yet. */
export async function openIntent(work: Work, terms: IntentTerms): Promise<Intent> {
  const id = newId('pi');
  const intent: Intent & { object: 'payment_intent' } = {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: terms.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: terms.capture_method ?? 'automatic_async',
    client_secret: `${id}_secret_${randomText(25)}`,
    confirmation_method: terms.confirmation_method ?? 'automatic',
    created: work.now,
    currency: terms.currency,
    customer: terms.customer ?? null,
    customer_account: null,
    description: terms.description ?? null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: changedMetadata({}, terms.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: terms.payment_method ?? null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: terms.payment_method_types,
    payment_record: null,
    processing: null,
    receipt_email: terms.receipt_email ?? null,
    review: null,
    setup_future_usage: terms.setup_future_usage ?? null,
    shipping: terms.shipping ?? null,
    source: null,
    statement_descriptor: terms.statement_descriptor ?? null,
    statement_descriptor_suffix: terms.statement_descriptor_suffix ?? null,
    status: terms.payment_method ? 'requires_confirmation' : 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
  };
  await insertObject(work, intent);
  await emit(work, 'payment_intent.created', intent);
  return intent;
}
