import { formatInstant } from '../../shared/index.js';
import { offerCalledOff, offerEnded, offerExtendedBefore, refused } from '../bundles.errors.js';
import { coolingOffRefusal, overlaps } from '../prices/cooling-off.js';
import type { LockedOffer } from './lock-offer.js';
import { overlapRefusal } from './offer-rules.js';

/** What an honest extension needs. @throws DomainError with the field at fault */
export function checkExtension({ offer, others, coolingOffDays }: LockedOffer, endsAt: Date, now: Date): void {
  if (offer.cancelled) throw offerCalledOff();
  if (offer.extension) throw offerExtendedBefore();
  if (now >= offer.endsAt) throw offerEnded();
  if (endsAt <= offer.endsAt) {
    const sentence = `The new end must be later than ${formatInstant(offer.endsAt)}, when the offer ends now.`;
    throw refused('extension_not_later', 'endsAt', sentence);
  }
  const longer = { startsAt: offer.startsAt, endsAt };
  if (others.some((other) => overlaps(longer, other))) throw overlapRefusal(longer, others, 'endsAt');
  const rest = coolingOffRefusal(longer, others, coolingOffDays);
  if (rest?.field === 'endsAt') throw refused('offer_cooling_off', 'endsAt', rest.sentence);
}
