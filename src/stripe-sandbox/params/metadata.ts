import type Stripe from 'stripe';

/** Metadata after a change: '' as a value drops its key, '' as a whole drops all. */
export function changedMetadata(
  before: Stripe.Metadata,
  change: Record<string, string> | '' | undefined,
): Stripe.Metadata {
  if (change === undefined) return before;
  if (change === '') return {};
  return Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== ''));
}
