import type Stripe from 'stripe';
import { invalidRequest, type StripeError } from '../api/stripe-error.js';
import type { Confirmation } from '../params/payment-intents.js';
import { emit } from '../store/emit.js';
import { saveObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import { cardError } from './card-error.js';
import { declineCard } from './decline-card.js';
import { endDebit } from './end-debit.js';
import { lockMethod, useMethod } from './keep-method.js';
import { methodNamed } from './new-method.js';
import type { MethodMemory } from './payment-method.js';
import { settleCharge } from './settle-charge.js';
import { startDebit } from './start-debit.js';
import { cardByLast4, type Decline, declines } from './test-cards.js';

type Intent = Stripe.PaymentIntent;

/**
 * Tries to take the payment. A bank's no is returned, not thrown: the failed charge, its events and the intent's
 * `last_payment_error` stay.
 * @param intent locked
 */
export async function confirmIntent(work: Work, intent: Intent, terms: Confirmation): Promise<Intent | StripeError> {
  const isOpen = ['requires_payment_method', 'requires_confirmation', 'requires_action'].includes(intent.status);
  if (!isOpen) throw unexpectedState('confirm', intent);
  const named = terms.payment_method ?? (intent.payment_method as string | null);
  if (!named) throw withoutMethod();
  const method = await usableMethod(work, intent, named);
  if (method.type !== 'card') return settle(work, intent, method);
  const { memory } = await lockMethod(work, method.id);
  const isAbsent = terms.off_session !== undefined && terms.off_session !== false;
  const decline = declineOf(method, memory);
  if (decline) return refuse(work, intent, method, decline);
  if (asksForHolder(method, memory, isAbsent)) {
    if (isAbsent || terms.error_on_requires_action) {
      return refuse(work, intent, method, declines.authentication_required);
    }
    return waitForHolder(work, intent, method, terms.return_url);
  }
  return settle(work, intent, method);
}

/** Takes the payment by a method that nothing stands against. */
export async function settle(
  work: Work,
  intent: Intent,
  found: Stripe.PaymentMethod,
  challenged = false,
): Promise<Intent> {
  const { method, memory } = await useMethod(work, intent, found);
  if (method.type === 'card') return settleCharge(work, intent, method, challenged);
  const started = await startDebit(work, intent, method);
  return memory.fate ? ((await endDebit(work, intent.id, memory.fate)) as Intent) : started;
}

/** A method of this customer, or of nobody yet. */
async function usableMethod(work: Work, intent: Intent, id: string): Promise<Stripe.PaymentMethod> {
  const method = await methodNamed(work, id);
  if (method.customer && method.customer !== intent.customer) {
    throw invalidRequest(
      `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`,
      'payment_method',
      'resource_missing',
    );
  }
  if (!intent.payment_method_types.includes(method.type)) {
    throw invalidRequest(
      `The PaymentMethod provided (${method.type}) is not allowed for this PaymentIntent.`,
      'payment_method',
      'payment_intent_incompatible_payment_method',
    );
  }
  return method;
}

function declineOf(method: Stripe.PaymentMethod, memory: MethodMemory): Decline | undefined {
  return memory.decline ? declines[memory.decline] : cardByLast4(method.card!.last4)?.decline;
}

function asksForHolder(method: Stripe.PaymentMethod, memory: MethodMemory, isAbsent: boolean): boolean {
  const challenge = cardByLast4(method.card!.last4)?.challenge;
  return challenge === 'always' || (challenge === 'until set up' && !(isAbsent && memory.setUp));
}

async function refuse(work: Work, intent: Intent, method: Stripe.PaymentMethod, decline: Decline) {
  return cardError(decline, { intent: await declineCard(work, intent, method, decline), method });
}

async function waitForHolder(
  work: Work,
  intent: Intent,
  method: Stripe.PaymentMethod,
  returnUrl: string | undefined,
): Promise<Intent> {
  const waiting: Intent = {
    ...intent,
    next_action: returnUrl
      ? { type: 'redirect_to_url', redirect_to_url: { return_url: returnUrl, url: returnUrl } }
      : { type: 'use_stripe_sdk' },
    payment_method: method.id,
    status: 'requires_action',
  };
  await saveObject(work, waiting);
  await emit(work, 'payment_intent.requires_action', waiting);
  return waiting;
}

const withoutMethod = () =>
  invalidRequest(
    "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the " +
      'PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method.',
    undefined,
    'payment_intent_unexpected_state',
  );

/** Stripe's refusal of what an intent's status does not allow. */
export const unexpectedState = (what: string, { status }: Intent) =>
  invalidRequest(
    `You cannot ${what} this PaymentIntent because it has a status of ${status}.`,
    undefined,
    'payment_intent_unexpected_state',
  );
