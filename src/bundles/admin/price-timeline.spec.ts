import { priceTimeline, timelineEvents } from './price-timeline.js';
import type { OfferRow, PriceRow } from './pricing.queries.js';

const now = new Date('2026-12-15T00:00:00Z');
const onDay = (day: number) => new Date(now.getTime() + day * 86_400_000);

const price = (day: number, amount: number, more: Partial<PriceRow> = {}): PriceRow => ({
  ...{ id: 'p', market: 'default', currency: 'USD', amount, effectiveAt: onDay(day), recordedAt: onDay(day) },
  ...{ source: 'admin', setBy: 'Ada', reason: 'x', withdrawal: null },
  ...more,
});
const offer = (from: number, until: number, amount: number, more: Partial<OfferRow> = {}): OfferRow => ({
  ...{
    id: 'o',
    market: 'default',
    currency: 'USD',
    name: 'Spring',
    amount,
    startsAt: onDay(from),
    endsAt: onDay(until),
  },
  ...{
    createdBy: null,
    createdAt: onDay(from),
    cancelledAt: null,
    cancelledBy: null,
    extendedBy: null,
    extendedAt: null,
  },
  ...more,
});
const drawn = (prices: PriceRow[], offers: OfferRow[] = []) => {
  const { steps, ...rest } = priceTimeline({ prices, offers, now, restDays: 30 });
  return { ...rest, steps: steps.map((step) => [(step.at.getTime() - now.getTime()) / 86_400_000, step.amount]) };
};

describe('the drawing of prices', () => {
  it('falls when an offer starts, rises when it ends, and follows the list price', () => {
    expect(drawn([price(20, 9000), price(-300, 8000)], [offer(5, 10, 6000)]).steps).toEqual([
      [-300, 8000],
      [5, 6000],
      [10, 8000],
      [20, 9000],
    ]);
  });

  it('knows nothing of prices that were withdrawn and offers that were called off', () => {
    const withdrawal = { at: onDay(-1), by: 'Ada', reason: 'x' };
    const timeline = drawn(
      [price(20, 9000, { withdrawal }), price(-100, 8000)],
      [offer(5, 10, 6000, { cancelledAt: onDay(0) })],
    );
    expect(timeline.steps).toEqual([[-100, 8000]]);
    expect([timeline.offers, timeline.rests]).toEqual([[], []]);
  });

  it('reaches over the rest after the last offer, a year back at most, and starts with the price that held then', () => {
    const timeline = drawn([price(-1000, 8000), price(-400, 7000)].reverse(), [offer(50, 60, 6000)]);
    expect(timeline.until).toEqual(onDay(90));
    expect(timeline.from).toEqual(onDay(-60));
    expect(timeline.steps[0]).toEqual([-60, 7000]);
    expect(timeline.rests).toEqual([{ from: onDay(60), until: onDay(90) }]);
  });

  it('does not draw an offer that is not lower than the list price', () => {
    expect(drawn([price(-10, 5000)], [offer(-5, 5, 6000)]).steps.every(([, amount]) => amount === 5000)).toBe(true);
  });
});

it('the words beside it say the same, in the order of time', () => {
  const extension = { oldEndsAt: onDay(8), reason: 'rain' };
  const prices = [price(-5, 8000), price(30, 9000, { withdrawal: { at: now, by: 'Ada', reason: 'x' } })];
  const offers = [offer(5, 10, 6000, { extension }), offer(100, 110, 6000, { name: 'Off', cancelledAt: onDay(1) })];
  expect(timelineEvents({ prices, offers, restDays: 30 }).map(({ what }) => what)).toEqual([
    'List price $80.00',
    '“Off” ($60.00) called off',
    '“Spring” starts at $60.00',
    '“Spring” was to end; extended: rain',
    '“Spring” ends',
    'List price $90.00, withdrawn before it began',
    'The rest after “Spring” is over',
  ]);
});
