import type Stripe from 'stripe';
import { bankDebit } from '../sessions/methods.js';
import { newId } from '../store/ids.js';
import { insertObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import type { Attempt } from './attempt.js';
import type { DebitFate } from './test-debits.js';
import { type DeclineReason, last4Of } from './test-cards.js';

const checks = { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' };

/** What the stand-in remembers about a payment method. */
export interface MethodMemory {
  /** It was used, or let go by its customer, without being kept: it cannot be used again. */
  spent?: true;
  /** The bank agreed to later payments. */
  setUp?: true;
  /** From now on the bank says no. */
  decline?: DeclineReason | undefined;
  /** What becomes of a debit, where its account number says so. */
  fate?: DebitFate;
}

export type Means = Pick<Extract<Attempt, { method: 'card' }>, 'card' | 'expMonth' | 'expYear'> | Debit;
interface Debit {
  debit: 'sepa_debit' | 'us_bank_account';
  fate?: DebitFate;
}

/** Writes the payment method that the attempt used. */
export function openPaymentMethod(work: Work, attempt: Attempt, currency: string): Promise<Stripe.PaymentMethod> {
  const means = attempt.method === 'card' ? attempt : { debit: bankDebit[currency] ?? 'us_bank_account' };
  return openMethod(work, means, { email: attempt.email, name: attempt.name });
}

/** Writes a payment method that belongs to nobody yet. */
export function openMethod(
  work: Work,
  means: Means,
  billing: Partial<Stripe.PaymentMethod.BillingDetails>,
  metadata: Stripe.Metadata = {},
): Promise<Stripe.PaymentMethod> {
  const memory: MethodMemory = 'debit' in means && means.fate ? { fate: means.fate } : {};
  const method: Stripe.PaymentMethod & { object: 'payment_method' } = {
    id: newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'limited',
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null, ...billing },
    created: work.now,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata,
    ...('card' in means
      ? { type: 'card' as const, card: cardOf(means) }
      : means.debit === 'sepa_debit'
        ? { type: 'sepa_debit' as const, sepa_debit: sepaDebit }
        : { type: 'us_bank_account' as const, us_bank_account: usBankAccount }),
  };
  return insertObject(work, method, memory);
}

const cardOf = ({ card, expMonth, expYear }: Exclude<Means, Debit>): Stripe.PaymentMethod.Card => ({
  brand: card.brand,
  checks,
  country: 'US',
  display_brand: card.brand,
  exp_month: expMonth,
  exp_year: expYear,
  fingerprint: `demo${card.brand}${last4Of(card)}`,
  funding: 'credit',
  generated_from: null,
  last4: last4Of(card),
  networks: { available: [card.brand], preferred: null },
  regulated_status: 'unregulated',
  three_d_secure_usage: { supported: true },
  wallet: null,
});

const usBankAccount: Stripe.PaymentMethod.UsBankAccount = {
  account_holder_type: 'individual',
  account_type: 'checking',
  bank_name: 'STRIPE TEST BANK',
  financial_connections_account: null,
  fingerprint: 'demobank6789',
  last4: '6789',
  networks: { preferred: 'ach', supported: ['ach'] },
  routing_number: '110000000',
  status_details: null,
};

const sepaDebit: Stripe.PaymentMethod.SepaDebit = {
  bank_code: '19043',
  branch_code: '',
  country: 'AT',
  fingerprint: 'demosepa3201',
  generated_from: { charge: null, setup_attempt: null },
  last4: '3201',
};
