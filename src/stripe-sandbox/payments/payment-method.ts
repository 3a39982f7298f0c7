import type Stripe from 'stripe';
import { bankDebit } from '../sessions/methods.js';
import { newId } from '../store/ids.js';
import { insertObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import type { Attempt } from './attempt.js';
import { last4Of } from './test-cards.js';

const checks = { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' };

/** Writes the payment method that the attempt used. */
export async function openPaymentMethod(
  work: Work,
  attempt: Attempt,
  currency: string,
  customer: string | null,
): Promise<Stripe.PaymentMethod> {
  return insertObject(work, {
    id: newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'limited',
    billing_details: { address: null, email: attempt.email, name: attempt.name, phone: null, tax_id: null },
    created: work.now,
    customer,
    customer_account: null,
    livemode: false,
    metadata: {},
    ...(attempt.method === 'card'
      ? { type: 'card' as const, card: cardOf(attempt) }
      : bankDebit[currency] === 'sepa_debit'
        ? { type: 'sepa_debit' as const, sepa_debit: sepaDebit }
        : { type: 'us_bank_account' as const, us_bank_account: usBankAccount }),
  });
}

const cardOf = ({ card, expMonth, expYear }: Extract<Attempt, { method: 'card' }>): Stripe.PaymentMethod.Card => ({
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
