import { filterAddress } from '../../web/index.js';
import { lastDay } from '../journal/months.js';
import type { CheckName } from './checklist.js';

export const checkTitles: Record<CheckName, string> = {
  earlier: 'Earlier months are closed',
  over: 'The month is over',
  pulled: 'Stripe was read beyond its end',
  unposted: 'Everything is posted',
  payouts: 'Payouts are matched or explained',
  suspense: 'Suspense is empty',
  recognition: 'Earned revenue is recognised',
  deferred: 'Deferred revenue agrees with its sub-ledger',
  trial: 'Debits equal credits',
  balance: 'The balance at Stripe agrees',
  events: 'No event of Stripe failed',
};

interface Repair {
  href: string;
  label: string;
}

/** "2026-10-01" → "2026-10": how a month stands in addresses. */
export const monthKey = (month: string): string => month.slice(0, 7);

export const monthAddress = (month: string): string => `/books/close/${monthKey(month)}`;

/** "October 2026" */
export function monthName(month: string): string {
  return new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(month),
  );
}

/** Where something that stands in the way is looked at and put right; undefined where only time helps. */
export function repairOf(check: CheckName, month: string): Repair | undefined {
  const days = { from: month, to: lastDay(month) };
  switch (check) {
    case 'earlier':
      return { href: '/books/close', label: 'All months' };
    case 'pulled':
    case 'unposted':
    case 'balance':
      return { href: '/books/stripe-balance', label: 'Stripe balance' };
    case 'payouts':
      return { href: filterAddress('/books/payouts', days), label: 'Payouts of the month' };
    case 'suspense':
      return { href: '/books/suspense', label: 'Suspense' };
    case 'recognition':
      return { href: '/books/recognition', label: 'How revenue is earned' };
    case 'deferred':
      return { href: filterAddress('/books/deferred', { month: monthKey(month) }), label: 'Roll-forward' };
    case 'trial':
      return { href: filterAddress('/books/trial-balance', { at: days.to }), label: 'Trial balance' };
    case 'events':
      return { href: '/admin/stripe-events', label: 'Failed events' };
    case 'over':
      return undefined;
  }
}
