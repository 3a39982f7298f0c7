import { type Money, money } from '../../shared/index.js';
import { daysBefore, market } from './market.js';
import { type Window, covers, isOpenAt } from './window.js';

export interface ListPrice {
  amount: number;
  effectiveAt: Date;
}

export interface Offer extends Window {
  id: string;
  name: string;
  amount: number;
  endsAt: Date;
  /** It holds for the first so many; none: for everybody. */
  seats?: number;
  /** Of `seats`, at this moment. */
  seatsLeft?: number;
  /** It was to end earlier: everybody is told when, and why it does not. */
  extension?: { oldEndsAt: Date; reason: string };
}

/** What a product costs at one instant, and why. */
export interface PriceNow {
  listPrice: Money;
  price: Money;
  /** Only while an offer lowers the price. */
  offer?: Offer;
  /** The lowest price of the 30 days before the offer began, when it is known and higher: may be struck through. */
  priorPrice?: Money;
  /** Whole percent below the prior price, rounded down. */
  percentOff?: number;
}

/** Every price of one product in one currency and market. Offers that were called off are not in it. */
export class PriceHistory {
  private readonly listPrices: ListPrice[];

  /** `listPrices` in the order in which they were recorded: of two for the same instant the later one holds. */
  constructor(
    readonly currency: string,
    listPrices: readonly ListPrice[],
    readonly offers: readonly Offer[],
    private readonly onSale: readonly Window[],
  ) {
    this.listPrices = [...listPrices].sort((a, b) => a.effectiveAt.getTime() - b.effectiveAt.getTime());
  }

  listPriceAt(at: Date): Money | undefined {
    const row = this.listPrices.findLast((price) => price.effectiveAt <= at);
    return row && money(row.amount, this.currency);
  }

  /** The offer that lowers the price at this instant. One at or above the list price does nothing. */
  offerAt(at: Date): Offer | undefined {
    const list = this.listPriceAt(at);
    return list && this.offers.find((offer) => isOpenAt(offer, at) && offer.amount < list.amount);
  }

  /** The offer of that instant, as long as so many of its seats are left now. */
  openOfferAt(at: Date, seats = 1): Offer | undefined {
    const offer = this.offerAt(at);
    return offer && (offer.seatsLeft ?? seats) >= seats ? offer : undefined;
  }

  /** What it costs to buy one at that instant, with the seats that are left now. */
  priceAt(at: Date): Money | undefined {
    const offer = this.openOfferAt(at);
    return offer ? money(offer.amount, this.currency) : this.listPriceAt(at);
  }

  /** The lowest price at which it was sold at an instant: an offer counts also after its last seat. */
  private soldAt(at: Date): Money | undefined {
    const offer = this.offerAt(at);
    return offer ? money(offer.amount, this.currency) : this.listPriceAt(at);
  }

  /** The lowest price really charged in `[from, until)`; none unless the product was on sale at a known price throughout. */
  lowestDuring(from: Date, until: Date): Money | undefined {
    if (!this.listPriceAt(from) || !covers(this.onSale, from, until)) return undefined;
    const changes = [
      from,
      ...this.listPrices.map((price) => price.effectiveAt),
      ...this.offers.flatMap((offer) => [offer.startsAt, offer.endsAt]),
    ].filter((at) => at >= from && at < until);
    return money(Math.min(...changes.map((at) => this.soldAt(at)!.amount)), this.currency);
  }

  priorPriceOf(offer: Offer): Money | undefined {
    return this.lowestDuring(daysBefore(offer.startsAt, market.priorPriceDays), offer.startsAt);
  }

  at(at: Date): PriceNow | undefined {
    const listPrice = this.listPriceAt(at);
    if (!listPrice) return undefined;
    const offer = this.openOfferAt(at);
    if (!offer) return { listPrice, price: listPrice };
    const price = money(offer.amount, this.currency);
    const priorPrice = this.priorPriceOf(offer);
    if (!priorPrice || priorPrice.amount <= price.amount) return { listPrice, price, offer };
    return { listPrice, price, offer, priorPrice, percentOff: percentBelow(priorPrice, price) };
  }
}

/** By how many whole percent `price` lies below `before`, rounded down. */
export function percentBelow(before: Money, price: Money): number {
  return Number((BigInt(before.amount - price.amount) * 100n) / BigInt(before.amount));
}
