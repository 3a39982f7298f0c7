import type Stripe from 'stripe';
import { noSuch } from '../api/stripe-error.js';
import type { Page } from './list-objects.js';

/** One page of a list that is already at hand, in its own order. */
export function pageOf<T extends { id: string; object: string }>(
  items: T[],
  page: Page,
  url: string,
): Stripe.ApiList<T> {
  const { limit = 10, starting_after, ending_before } = page;
  const end = ending_before ? indexOf(items, ending_before, 'ending_before') : items.length;
  const start = starting_after
    ? indexOf(items, starting_after, 'starting_after') + 1
    : ending_before
      ? Math.max(0, end - limit)
      : 0;
  const data = items.slice(start, Math.min(end, start + limit));
  return { object: 'list', data, has_more: ending_before ? start > 0 : start + limit < items.length, url };
}

function indexOf<T extends { id: string; object: string }>(items: T[], id: string, param: string): number {
  const index = items.findIndex((item) => item.id === id);
  if (index < 0) throw noSuch(items[0]?.object ?? 'object', id, param);
  return index;
}
