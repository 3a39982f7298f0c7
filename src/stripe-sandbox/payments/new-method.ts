import type Stripe from 'stripe';
import { invalidRequest, missingParam, StripeError } from '../api/stripe-error.js';
import { changedMetadata } from '../params/metadata.js';
import type { BillingParams, NewMethod } from '../params/payment-methods.js';
import { findObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import { type Means, openMethod } from './payment-method.js';
import { addressOf } from './shipping.js';
import { cardByNumber, cardByToken, notATestCard } from './test-cards.js';
import { fateOfIban } from './test-debits.js';

/** A payment method made through the API, of a test card's number or token, or of a test account. */
export function newMethod(work: Work, { type, card, sepa_debit, billing_details, metadata }: NewMethod) {
  if (type === 'card' && !card) throw missingParam('card');
  if (type === 'sepa_debit' && !sepa_debit) throw missingParam('sepa_debit');
  const fate = sepa_debit && fateOfIban(sepa_debit.iban);
  const means: Means = type === 'card' ? cardOf(work, card!) : { debit: 'sepa_debit', ...(fate && { fate }) };
  return openMethod(work, means, billingOf(billing_details ?? {}), changedMetadata({}, metadata));
}

/** The payment method of an id; a test token such as `pm_card_visa` makes a new one, as at Stripe. */
export async function methodNamed(work: Work, id: string, param = 'payment_method'): Promise<Stripe.PaymentMethod> {
  const found = await findObject(work, 'payment_method', id);
  if (found) return found;
  const card = id.startsWith('pm_') ? cardByToken(id) : undefined;
  if (card) return openMethod(work, { card, ...expiry(work) }, {});
  const status = param === 'id' ? 404 : 400;
  const message = `No such PaymentMethod: '${id}'`;
  throw new StripeError(status, { type: 'invalid_request_error', code: 'resource_missing', message, param });
}

/** Billing details with the parts that were given; '' empties one. */
export const billingOf = ({ address, ...texts }: BillingParams): Partial<Stripe.PaymentMethod.BillingDetails> => ({
  ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text || null])),
  ...(address !== undefined && { address: address ? addressOf(address) : null }),
});

function cardOf(work: Work, { token, number, exp_month, exp_year }: NonNullable<NewMethod['card']>): Means {
  if (token !== undefined) {
    const card = cardByToken(token);
    if (!card) throw invalidRequest(`No such token: '${token}'`, 'card[token]', 'resource_missing');
    return { card, ...expiry(work) };
  }
  if (number === undefined) throw missingParam('card[number]');
  const card = cardByNumber(number);
  const { code, decline_code, message } = notATestCard;
  if (!card) throw new StripeError(402, { type: 'card_error', code, decline_code: decline_code!, message });
  if (exp_month === undefined) throw missingParam('card[exp_month]');
  if (exp_year === undefined) throw missingParam('card[exp_year]');
  return { card, expMonth: exp_month, expYear: exp_year };
}

const expiry = ({ now }: Work) => ({ expMonth: 12, expYear: new Date(now * 1_000).getUTCFullYear() + 5 });
