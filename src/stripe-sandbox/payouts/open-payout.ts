import type Stripe from 'stripe';
import { changedMetadata } from '../params/metadata.js';
import type { NewPayout } from '../params/payouts.js';
import { movePayout } from '../payments/balance.js';
import { emit } from '../store/emit.js';
import { newId } from '../store/ids.js';
import { insertObject } from '../store/objects.js';
import type { Work } from '../store/work.js';

const day = 24 * 60 * 60;

/** Writes a payout and takes its amount from the balance. */
export async function openPayout(work: Work, terms: NewPayout & { automatic: boolean }): Promise<Stripe.Payout> {
  const { amount, automatic, currency, description, metadata } = terms;
  const payout: Stripe.Payout & { object: 'payout' } = {
    id: newId('po'),
    object: 'payout',
    amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: work.now + 2 * day,
    automatic,
    balance_transaction: null,
    created: work.now,
    currency,
    description: description ?? (automatic ? 'STRIPE PAYOUT' : null),
    destination: 'ba_1DemoBankAccount',
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: changedMetadata({}, metadata),
    method: 'standard',
    original_payout: null,
    payout_method: null,
    reconciliation_status: automatic ? 'in_progress' : 'not_applicable',
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: terms.statement_descriptor ?? null,
    status: automatic ? 'in_transit' : 'pending',
    trace_id: { status: 'pending', value: null },
    type: 'bank_account',
  };
  payout.balance_transaction = (await movePayout(work, payout, 'payout')).id;
  await insertObject(work, payout);
  await emit(work, 'payout.created', payout);
  return payout;
}
