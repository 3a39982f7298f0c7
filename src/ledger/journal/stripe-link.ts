import type { Entry } from './journal.queries.js';

const pages: Record<string, string | undefined> = {
  ch: 'payments',
  py: 'payments',
  re: 'refunds',
  pyr: 'refunds',
  du: 'disputes',
  dp: 'disputes',
  po: 'payouts',
};

/** Where Stripe's dashboard shows the object an entry came from. */
export function stripeLink(
  { sourceKind, sourceId }: Entry,
  source: string | null,
): { id: string; href: string } | null {
  const id = sourceKind === 'balance_transaction' ? (source ?? sourceId) : sourceId;
  if (!['balance_transaction', 'payout', 'dispute'].includes(sourceKind)) return null;
  const page = pages[id.split('_')[0]!];
  return {
    id,
    href: page ? `https://dashboard.stripe.com/${page}/${id}` : `https://dashboard.stripe.com/balance/overview`,
  };
}
