import { DomainError, formatInstant, formatMoney, type Money } from '../../shared/index.js';
import { refused, wrongCurrency } from '../bundles.errors.js';
import { coolingOffRefusal, overlaps } from '../prices/cooling-off.js';
import type { Offer, PriceHistory } from '../prices/price-history.js';

type Wanted = Pick<Offer, 'startsAt' | 'endsAt'> & { price: Money };

/** What an honest offer needs, given all prices of its product. @throws DomainError with the field at fault */
export function checkOffer({ price, ...window }: Wanted, history: PriceHistory): void {
  if (price.currency !== history.currency) throw wrongCurrency('price', history.currency);
  if (window.endsAt <= window.startsAt) {
    throw refused('offer_ends_before_start', 'endsAt', 'The offer must end after it starts.');
  }
  const list = history.listPriceAt(window.startsAt);
  if (!list) throw refused('product_without_price', 'price', 'Set a list price first: an offer is lower than it.');
  if (price.amount >= list.amount) {
    const sentence = `The offer must be lower than the list price, which is ${formatMoney(list)} when it starts.`;
    throw refused('offer_not_lower', 'price', sentence);
  }
  const rest = coolingOffRefusal(window, history.offers, history.market.coolingOffDays);
  if (rest) throw refused('offer_cooling_off', rest.field, rest.sentence);
}

/** What an overlap means to a person. */
export function overlapRefusal(
  window: Pick<Offer, 'startsAt' | 'endsAt'>,
  others: readonly Offer[],
  field = 'startsAt',
): DomainError {
  const other = others.find((each) => overlaps(window, each));
  const sentence = other
    ? `“${other.name}” runs from ${formatInstant(other.startsAt)} until ${formatInstant(other.endsAt)}: one offer at a time.`
    : 'Another offer of this product runs in that time: one offer at a time.';
  return new DomainError('offer_overlaps', sentence, { kind: 'conflict', fields: { [field]: sentence } });
}
