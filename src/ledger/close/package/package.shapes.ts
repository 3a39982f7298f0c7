import type { EntryKind } from '../../journal/entry.js';
import type { TableShape } from './package-file.js';

const currency = { currency: 'Currency' };

export const trialShape: TableShape = {
  name: 'trial-balance.csv',
  text: { code: 'Account', name: 'Name', ...currency },
  money: { debit: 'Debit', credit: 'Credit' },
};

/** Which entries stand in which register; every entry of the journal but those of recognition stands in one. */
export const registers: Record<string, EntryKind[]> = {
  payments: ['sale'],
  refunds: ['refund', 'refund_failure'],
  disputes: ['dispute', 'dispute_won', 'dispute_lost'],
  payouts: ['payout', 'payout_arrival', 'payout_return'],
  suspense: ['suspense', 'resolution'],
  'fees-and-by-hand': ['fee', 'manual', 'opening', 'reversal'],
};

export const registerShape = (name: string): TableShape => ({
  name: `${name}.csv`,
  text: {
    ...{ number: 'Entry', date: 'Date', happenedOn: 'Happened on', kind: 'Kind', order: 'Order', source: 'Source' },
    ...currency,
  },
  money: {
    ...{ stripe: 'Stripe balance', disputed: 'Disputed funds', inTransit: 'Payouts in transit', bank: 'Bank' },
    ...{ suspense: 'Suspense', fees: 'Fees', deferred: 'Deferred revenue', revenue: 'Revenue and allowances' },
    ...{ tax: 'Tax', chargebacks: 'Chargeback losses', exchange: 'FX difference', other: 'Other' },
  },
});

export const subLedgerShape: TableShape = {
  name: 'deferred-revenue.csv',
  text: { order: 'Order', course: 'Course', unit: 'Unit', product: 'Product', cohort: 'Sold in', ...currency },
  money: { sold: 'Sold', recognised: 'Recognised', returned: 'Returned', deferred: 'Deferred' },
};

export const rollForwardShape: TableShape = {
  name: 'roll-forward.csv',
  text: { course: 'Course', cohort: 'Sold in', ...currency },
  money: {
    ...{ opening: 'Opening', sold: 'Sold', recognised: 'Recognised', refunded: 'Refunded', disputed: 'Disputed' },
    ...{ other: 'Other', closing: 'Closing' },
  },
};

export const taxShape: TableShape = {
  name: 'tax.csv',
  text: { jurisdiction: 'Jurisdiction', ...currency },
  money: { charged: 'Charged', returned: 'Returned', disputed: 'Disputed', other: 'Other', owed: 'Owed at the end' },
};

export const reconciliationShape: TableShape = {
  name: 'payout-reconciliation.csv',
  text: {
    ...{ id: 'Payout', createdAt: 'Created at (UTC)', verdict: 'Matched', transactions: 'Transactions' },
    ...{ note: 'Explanation', by: 'Explained by', at: 'Explained at (UTC)' },
    ...currency,
  },
  money: { amount: 'Amount', transactionsNet: 'Sum of transactions' },
};

export const checklistShape: TableShape = {
  name: 'checklist.csv',
  text: { check: 'Check', holds: 'Holds', what: 'Found', count: 'Count', at: 'At (UTC)', ...currency },
  money: { amount: 'Amount' },
};

export const trailShape: TableShape = {
  name: 'audit-trail.csv',
  text: { at: 'At (UTC)', move: 'Move', byName: 'By', note: 'Note' },
  money: {},
};
