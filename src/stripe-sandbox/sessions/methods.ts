import { invalidRequest } from '../api/stripe-error.js';

/** The delayed method of a currency, where there is one. */
export const bankDebit: Record<string, 'us_bank_account' | 'sepa_debit' | undefined> = {
  usd: 'us_bank_account',
  eur: 'sepa_debit',
};

/** The methods a session offers: those its currency allows, narrowed by those the seller allows. */
export function methodsFor(currency: string, allowed: string[] | undefined): string[] {
  const eligible = ['card', ...(bankDebit[currency] ? [bankDebit[currency]] : [])];
  const offered = allowed ? eligible.filter((method) => allowed.includes(method)) : eligible;
  if (offered.length === 0) {
    throw invalidRequest('No allowed payment method is eligible for this session.', 'allowed_payment_method_types');
  }
  return offered;
}
