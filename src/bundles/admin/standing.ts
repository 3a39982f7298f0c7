import { isOpenAt } from '../prices/window.js';

export type OfferStanding = 'running' | 'next' | 'ended' | 'cancelled';

/** Where an offer stands at an instant. */
export function standingOf(offer: { startsAt: Date; endsAt: Date; cancelledAt?: unknown }, at: Date): OfferStanding {
  if (offer.cancelledAt) return 'cancelled';
  if (isOpenAt(offer, at)) return 'running';
  return at < offer.startsAt ? 'next' : 'ended';
}

/** "19 days", "5 hours", "12 minutes": the largest whole unit that is left. */
export function timeLeft(until: Date, now: Date): string {
  const minutes = Math.max(0, Math.floor((until.getTime() - now.getTime()) / 60_000));
  if (minutes >= 2880) return `${Math.floor(minutes / 1440)} days`;
  if (minutes >= 120) return `${Math.floor(minutes / 60)} hours`;
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
