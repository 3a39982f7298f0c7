import { isOpenAt } from '../prices/window.js';

export type OfferStanding = 'running' | 'next' | 'ended' | 'cancelled';

/** Where an offer stands at an instant. */
export function standingOf(offer: { startsAt: Date; endsAt: Date; cancelledAt?: unknown }, at: Date): OfferStanding {
  if (offer.cancelledAt) return 'cancelled';
  if (isOpenAt(offer, at)) return 'running';
  return at < offer.startsAt ? 'next' : 'ended';
}
