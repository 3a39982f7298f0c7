import { type Money, money } from '../../shared/index.js';
import type { Market } from '../markets/market.js';
import { daysBefore } from './days.js';
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
  /** Of its seats, those that nobody has paid for or is about to pay for, now. */
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
  /** An offer whose last seat is taken. */
  soldOut?: Offer;
  /** The lowest price of the 30 days before the offer began, when it is known and higher: may be struck through. */
  priorPrice?: Money;
  /** The list price, while an offer runs and if it may be called the regular one. */
  regularPrice?: Money;
  /** Whole percent below the prior price, rounded down. */
  percentOff?: number;
}

/** How far back a price is looked at before it is called the regular one. */
const regularDays = 90;

/** Every price of one product in one market. Offers that were called off are not in it. */
export class PriceHistory {
  private readonly listPrices: ListPrice[];

  /** `listPrices` in the order in which they were recorded: of two for the same instant the later one holds. */
  constructor(
    readonly market: Market,
    listPrices: readonly ListPrice[],
    readonly offers: readonly Offer[],
    private readonly onSale: readonly Window[],
  ) {
    this.listPrices = [...listPrices].sort((a, b) => a.effectiveAt.getTime() - b.effectiveAt.getTime());
  }

  get currency(): string {
    return this.market.currency;
  }

  listPriceAt(at: Date): Money | undefined {
    const row = this.listPrices.findLast((price) => price.effectiveAt <= at);
    return row && money(row.amount, this.currency);
  }

  /** The offer that lowers the price at this instant, sold out or not. One at or above the list price does nothing. */
  private windowAt(at: Date): Offer | undefined {
    const list = this.listPriceAt(at);
    return list && this.offers.find((offer) => isOpenAt(offer, at) && offer.amount < list.amount);
  }

  /** The offer that lowers the price at this instant for whoever buys one. */
  offerAt(at: Date): Offer | undefined {
    const offer = this.windowAt(at);
    return offer?.seatsLeft === 0 ? undefined : offer;
  }

  /** The offer that would lower the price at this instant, had it a seat left. */
  soldOutAt(at: Date): Offer | undefined {
    const offer = this.windowAt(at);
    return offer?.seatsLeft === 0 ? offer : undefined;
  }

  priceAt(at: Date): Money | undefined {
    const offer = this.offerAt(at);
    return offer ? money(offer.amount, this.currency) : this.listPriceAt(at);
  }

  /** As `priceAt`, but the price of an offer also counts as charged after its last seat. */
  private chargedAt(at: Date): number {
    return this.windowAt(at)?.amount ?? this.listPriceAt(at)!.amount;
  }

  /** The lowest price really charged in `[from, until)`; none unless the product was on sale at a known price throughout. */
  lowestDuring(from: Date, until: Date): Money | undefined {
    if (!this.listPriceAt(from) || !covers(this.onSale, from, until)) return undefined;
    return money(Math.min(...this.changesDuring(from, until).map((at) => this.chargedAt(at))), this.currency);
  }

  /** `from`, and every instant in `[from, until)` at which the price may have become another. */
  private changesDuring(from: Date, until: Date): Date[] {
    return [
      from,
      ...this.listPrices.map((price) => price.effectiveAt),
      ...this.offers.flatMap((offer) => [offer.startsAt, offer.endsAt]),
    ].filter((at) => at >= from && at < until);
  }

  /** None where the market does not show it. */
  priorPriceOf(offer: Offer): Money | undefined {
    if (!this.market.showPriorPrice) return undefined;
    return this.lowestDuring(daysBefore(offer.startsAt, this.market.priorPriceDays), offer.startsAt);
  }

  /**
   * The list price if it may be called the regular price: the product was on sale on all of the last 90 days, and cost
   * less on at most half of that time.
   */
  regularPriceAt(at: Date): Money | undefined {
    const list = this.listPriceAt(at);
    const from = daysBefore(at, regularDays);
    if (!list || !this.listPriceAt(from) || !covers(this.onSale, from, at)) return undefined;
    const changes = this.changesDuring(from, at).sort((a, b) => a.getTime() - b.getTime());
    const lower = changes.reduce((sum, start, index) => {
      const lasted = (changes[index + 1] ?? at).getTime() - start.getTime();
      return this.chargedAt(start) < list.amount ? sum + lasted : sum;
    }, 0);
    return lower * 2 > at.getTime() - from.getTime() ? undefined : list;
  }

  at(at: Date): PriceNow | undefined {
    const listPrice = this.listPriceAt(at);
    if (!listPrice) return undefined;
    const offer = this.offerAt(at);
    const soldOut = this.soldOutAt(at);
    if (!offer) return { listPrice, price: listPrice, ...(soldOut && { soldOut }) };
    const price = money(offer.amount, this.currency);
    const regularPrice = this.regularPriceAt(at);
    const now = { listPrice, price, offer, ...(regularPrice && { regularPrice }) };
    const priorPrice = this.priorPriceOf(offer);
    if (!priorPrice || priorPrice.amount <= price.amount) return now;
    return { ...now, priorPrice, percentOff: percentBelow(priorPrice, price) };
  }
}

/** By how many whole percent `price` lies below `before`, rounded down. */
export function percentBelow(before: Money, price: Money): number {
  return Number((BigInt(before.amount - price.amount) * 100n) / BigInt(before.amount));
}
