import { formatMoney, money } from '../../shared/index.js';
import { daysAfter, daysBefore } from '../prices/days.js';
import { type OfferRow, type PriceRow } from './pricing.queries.js';
import { type OfferStanding, standingOf } from './standing.js';

export interface TimelineOffer {
  id: string;
  name: string;
  amount: number;
  from: Date;
  until: Date;
  /** Where it was to end before it was extended. */
  oldEnd?: Date;
  standing: OfferStanding;
}

/** What a drawing of prices over time is made of. */
export interface PriceTimeline {
  from: Date;
  until: Date;
  now: Date;
  /** The price in minor units from each instant on, until the next one. */
  steps: { at: Date; amount: number }[];
  /** Those that were not called off. */
  offers: TimelineOffer[];
  /** No other limited offer may run here. */
  rests: { from: Date; until: Date }[];
}

interface TimelineSources {
  prices: readonly PriceRow[];
  offers: readonly OfferRow[];
  now: Date;
  restDays: number;
}

/** Days shown at least on each side of now. */
const shown = { before: 60, after: 45 };
const longestPast = 365;

/** The prices of one product in one market as a drawing: a year back at most, forward to the last thing scheduled. */
export function priceTimeline({ prices, offers, now, restDays }: TimelineSources): PriceTimeline {
  const held = prices.filter((price) => !price.withdrawal);
  const live = offers.filter((offer) => !offer.cancelledAt);
  const instants = [
    ...held.map((price) => price.effectiveAt),
    ...live.flatMap((offer) => [offer.startsAt, offer.endsAt]),
  ];
  const from = earliest([
    daysBefore(now, shown.before),
    ...instants.filter((at) => at >= daysBefore(now, longestPast)),
  ]);
  const until = latest([
    daysAfter(now, shown.after),
    ...held.map((price) => daysAfter(price.effectiveAt, 7)),
    ...live.map((offer) => daysAfter(offer.endsAt, restDays)),
  ]);
  const changes = [from, ...instants.filter((at) => at > from)].sort((a, b) => a.getTime() - b.getTime());
  return {
    ...{ from, until, now },
    steps: changes.flatMap((at) => {
      const amount = amountAt(held, live, at);
      return amount === undefined ? [] : [{ at, amount }];
    }),
    offers: live.map((offer) => drawn(offer, now)),
    rests: live.map((offer) => ({ from: offer.endsAt, until: daysAfter(offer.endsAt, restDays) })),
  };
}

function amountAt(prices: readonly PriceRow[], offers: readonly OfferRow[], at: Date): number | undefined {
  // Newest first, and of two for the same instant the later one: the first that fits holds.
  const list = prices.find((price) => price.effectiveAt <= at)?.amount;
  const offer = offers.find((each) => standingOf(each, at) === 'running');
  return list !== undefined && offer && offer.amount < list ? offer.amount : list;
}

const drawn = (offer: OfferRow, now: Date): TimelineOffer => ({
  ...{ id: offer.id, name: offer.name, amount: offer.amount, from: offer.startsAt, until: offer.endsAt },
  ...(offer.extension && { oldEnd: offer.extension.oldEndsAt }),
  standing: standingOf(offer, now),
});

const earliest = (instants: Date[]) => new Date(Math.min(...instants.map(Number)));
const latest = (instants: Date[]) => new Date(Math.max(...instants.map(Number)));

/** The same facts in words, in the order of time. */
export function timelineEvents({
  prices,
  offers,
  restDays,
}: Omit<TimelineSources, 'now'>): { at: Date; what: string }[] {
  const amount = (row: PriceRow | OfferRow) => formatMoney(money(row.amount, row.currency));
  const events = [
    ...prices.map((price) => ({
      at: price.effectiveAt,
      what: `List price ${amount(price)}${price.withdrawal ? ', withdrawn before it began' : ''}`,
    })),
    ...offers.flatMap((offer) => {
      if (offer.cancelledAt) return [{ at: offer.cancelledAt, what: `“${offer.name}” (${amount(offer)}) called off` }];
      const { extension } = offer;
      return [
        { at: offer.startsAt, what: `“${offer.name}” starts at ${amount(offer)}` },
        ...(extension
          ? [{ at: extension.oldEndsAt, what: `“${offer.name}” was to end; extended: ${extension.reason}` }]
          : []),
        { at: offer.endsAt, what: `“${offer.name}” ends` },
        { at: daysAfter(offer.endsAt, restDays), what: `The rest after “${offer.name}” is over` },
      ];
    }),
  ];
  return events.sort((a, b) => a.at.getTime() - b.at.getTime());
}
