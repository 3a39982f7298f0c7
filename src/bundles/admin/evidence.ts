import { type Money, money } from '../../shared/index.js';
import { daysBefore } from '../prices/days.js';
import type { PriceHistory } from '../prices/price-history.js';
import type { OfferSale } from './figures.js';
import type { OfferRow, ProductPricing } from './pricing.queries.js';
import { type OfferStanding, standingOf } from './standing.js';

/** Places at the price of an offer: about to be paid for, paid for, and given back unpaid. */
export interface OfferClaims {
  held: number;
  kept: number;
  released: number;
}

/** All that shows an offer to have been what it said. */
export interface Evidence {
  product: ProductPricing;
  offer: OfferRow;
  standing: OfferStanding;
  price: Money;
  /** The list price that holds when it starts, and the one to which the price rises when it ends. */
  before: Money | undefined;
  after: Money | undefined;
  priorPrice: Money | undefined;
  /** Each price of the days before it began, from when it held: the lowest of them is the prior price. */
  basis: { at: Date; price: Money }[];
  basisFrom: Date;
  sales: OfferSale[];
  claims: OfferClaims;
}

/** `history`: of the offer's product in its market. */
export function evidenceOf(
  product: ProductPricing,
  offer: OfferRow,
  history: PriceHistory,
  { sales, claims }: Pick<Evidence, 'sales' | 'claims'>,
): Evidence {
  const basisFrom = daysBefore(offer.startsAt, product.market.priorPriceDays);
  const instants = [
    basisFrom,
    ...product.prices.filter((price) => !price.withdrawal).map((price) => price.effectiveAt),
    ...product.offers.filter((each) => !each.cancelledAt).flatMap((each) => [each.startsAt, each.endsAt]),
  ];
  const basis = instants
    .filter((at) => at >= basisFrom && at < offer.startsAt)
    .sort((a, b) => a.getTime() - b.getTime())
    .flatMap((at) => {
      const price = history.priceAt(at);
      return price ? [{ at, price }] : [];
    })
    .filter(({ price }, index, all) => price.amount !== all[index - 1]?.price.amount);
  return {
    ...{ product, offer, basis, basisFrom, sales, claims },
    standing: standingOf(offer, product.now),
    price: money(offer.amount, offer.currency),
    before: history.listPriceAt(offer.startsAt),
    after: history.listPriceAt(offer.endsAt),
    priorPrice: offer.cancelledAt ? undefined : history.priorPriceOf(offer),
  };
}
