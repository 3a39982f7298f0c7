import fc from 'fast-check';
import { money } from '../../shared/index.js';
import { unitedStates } from '../../../test/fixtures/markets.js';
import { percentBelow, PriceHistory } from './price-history.js';

const day = 86_400_000;
const start = Date.UTC(2026, 0, 1);
const onDay = (number: number) => new Date(start + number * day);
const usd = (amount: number) => money(amount, 'USD');

type Prices = [dayNumber: number, amount: number][];
type Offers = [from: number, until: number, amount: number][];

const history = (prices: Prices, offers: Offers = [], onSale: [number, number | null][] = [[-400, null]]) =>
  new PriceHistory(
    unitedStates,
    prices.map(([number, amount]) => ({ amount, effectiveAt: onDay(number) })),
    offers.map(([from, until, amount], index) => ({
      id: `offer-${index}`,
      name: 'Offer',
      amount,
      startsAt: onDay(from),
      endsAt: onDay(until),
    })),
    onSale.map(([from, until]) => ({ startsAt: onDay(from), endsAt: until === null ? null : onDay(until) })),
  );

describe('the price at an instant', () => {
  it('is the latest list price that has taken effect', () => {
    const prices = history([
      [0, 500],
      [10, 600],
    ]);
    expect(prices.priceAt(onDay(9.99))).toEqual(usd(500));
    expect(prices.priceAt(onDay(10))).toEqual(usd(600));
  });

  it('is, of two list prices for the same instant, the one recorded later', () => {
    expect(
      history([
        [0, 500],
        [0, 450],
      ]).priceAt(onDay(0)),
    ).toEqual(usd(450));
  });

  it('does not exist before the first list price', () => {
    expect(history([[0, 500]], [[-5, 5, 300]]).at(onDay(-1))).toBeUndefined();
  });

  it('falls at the instant an offer starts and rises at the instant it ends', () => {
    const prices = history([[0, 500]], [[40, 41, 400]]);
    const instants = [-1, 0].map((millisecond) => new Date(onDay(40).getTime() + millisecond));
    expect(instants.map((at) => prices.priceAt(at)!.amount)).toEqual([500, 400]);
    const ends = [-1, 0].map((millisecond) => new Date(onDay(41).getTime() + millisecond));
    expect(ends.map((at) => prices.priceAt(at)!.amount)).toEqual([400, 500]);
  });

  it('is never raised by an offer, nor called an offer when it is not lower', () => {
    const prices = history(
      [
        [0, 500],
        [45, 400],
      ],
      [[40, 50, 400]],
    );
    expect(prices.at(onDay(44))).toMatchObject({ price: usd(400), offer: { amount: 400 } });
    expect(prices.at(onDay(46))).toEqual({ listPrice: usd(400), price: usd(400) });
  });
});

describe('the prior price', () => {
  it('is the list price when nothing else was charged in the 30 days before', () => {
    expect(history([[0, 59_900]], [[40, 50, 44_900]]).at(onDay(45))).toMatchObject({
      priorPrice: usd(59_900),
      percentOff: 25,
    });
  });

  it('is the price before a raise that came shortly before the offer', () => {
    const prices = history(
      [
        [0, 500],
        [39, 900],
      ],
      [[40, 50, 450]],
    );
    expect(prices.at(onDay(45))).toMatchObject({ priorPrice: usd(500), percentOff: 10 });
  });

  it('is the price of an offer that ran in the 30 days before', () => {
    const prices = history(
      [[0, 500]],
      [
        [20, 25, 300],
        [40, 50, 290],
      ],
    );
    expect(prices.at(onDay(45))).toMatchObject({ priorPrice: usd(300), percentOff: 3 });
  });

  it('takes in an offer that ended one instant inside the 30 days, and not one that ended as they began', () => {
    const inside = history(
      [[0, 500]],
      [
        [5, 10.001, 300],
        [40, 50, 250],
      ],
    );
    const outside = history(
      [[0, 500]],
      [
        [5, 10, 300],
        [40, 50, 250],
      ],
    );
    expect(inside.at(onDay(45))?.priorPrice).toEqual(usd(300));
    expect(outside.at(onDay(45))?.priorPrice).toEqual(usd(500));
  });

  it('is not shown when the history is shorter than 30 days', () => {
    const shown = history([[10.001, 500]], [[40, 50, 400]]).at(onDay(45));
    expect(shown).toMatchObject({ price: usd(400) });
    expect(shown).not.toHaveProperty('priorPrice');
    expect(shown).not.toHaveProperty('percentOff');
    expect(history([[10, 500]], [[40, 50, 400]]).at(onDay(45))?.priorPrice).toEqual(usd(500));
  });

  it('is not shown when the product could not be bought on all of the 30 days', () => {
    const prices: Prices = [[0, 500]];
    const gap = history(
      prices,
      [[40, 50, 400]],
      [
        [0, 20],
        [21, null],
      ],
    );
    const noGap = history(
      prices,
      [[40, 50, 400]],
      [
        [0, 20],
        [20, null],
      ],
    );
    expect(gap.at(onDay(45))?.priorPrice).toBeUndefined();
    expect(noGap.at(onDay(45))?.priorPrice).toEqual(usd(500));
  });

  it('is not shown when the offer is no lower than what was charged before', () => {
    const shown = history(
      [
        [0, 500],
        [35, 900],
      ],
      [[40, 50, 500]],
    ).at(onDay(45));
    expect(shown).toMatchObject({ price: usd(500), listPrice: usd(900) });
    expect(shown?.priorPrice).toBeUndefined();
  });

  it('does not move while the offer runs', () => {
    const prices = history(
      [
        [0, 500],
        [44, 800],
      ],
      [[40, 50, 400]],
    );
    expect(prices.at(onDay(43))?.priorPrice).toEqual(usd(500));
    expect(prices.at(onDay(45))?.priorPrice).toEqual(usd(500));
  });
});

describe('over any history', () => {
  const amounts = fc.integer({ min: 1, max: 1000 });
  const prices = fc.array(fc.tuple(fc.integer({ min: 0, max: 90 }), amounts), { minLength: 1, maxLength: 6 });
  const offers = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 20 }), amounts), { maxLength: 5 })
    .map((list) =>
      list
        .map(([from, length, amount]): Offers[number] => [from, from + length, amount])
        .sort(([a], [b]) => a - b)
        .reduce<Offers>((kept, offer) => (offer[0] >= (kept.at(-1)?.[1] ?? 0) ? [...kept, offer] : kept), []),
    );
  const instants = fc.integer({ min: 0, max: 120 });

  it('the price is the lower of list price and open offer', () => {
    fc.assert(
      fc.property(prices, offers, instants, (list, windows, number) => {
        const subject = history(list, windows);
        const open = windows.find(([from, until]) => from <= number && number < until);
        const listed = list.filter(([from]) => from <= number);
        const latest = Math.max(...listed.map(([from]) => from));
        const expected = listed.findLast(([from]) => from === latest)?.[1];
        const lowest = expected === undefined ? undefined : Math.min(expected, open?.[2] ?? Infinity);
        expect(subject.priceAt(onDay(number))?.amount).toBe(lowest);
      }),
    );
  });

  it('the lowest price of a stretch is the lowest of its instants', () => {
    fc.assert(
      fc.property(prices, offers, instants, fc.integer({ min: 1, max: 40 }), (list, windows, from, length) => {
        const subject = history(list, windows);
        const each = Array.from({ length }, (_, index) => subject.priceAt(onDay(from + index))?.amount);
        const lowest = each.includes(undefined) ? undefined : Math.min(...(each as number[]));
        expect(subject.lowestDuring(onDay(from), onDay(from + length))?.amount).toBe(lowest);
      }),
    );
  });

  it('a struck-through price was charged on some day of the 30 before, and is higher than the price', () => {
    fc.assert(
      fc.property(prices, offers, instants, (list, windows, number) => {
        const subject = history(list, windows);
        const now = subject.at(onDay(number));
        if (!now?.priorPrice) return;
        const began = (now.offer!.startsAt.getTime() - start) / day;
        const charged = Array.from({ length: 30 }, (_, index) => subject.priceAt(onDay(began - 30 + index))!.amount);
        expect(charged).toContain(now.priorPrice.amount);
        expect(now.priorPrice.amount).toBe(Math.min(...charged));
        expect(now.priorPrice.amount).toBeGreaterThan(now.price.amount);
      }),
    );
  });

  it('the percentage never promises more than the price keeps', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 1, max: 9_999_999 }), (a, b) => {
        const [price, before] = a < b ? [a, b] : [b, a];
        const percent = percentBelow(usd(before), usd(price));
        expect(price * 100).toBeLessThanOrEqual(before * (100 - percent));
        expect(price * 100).toBeGreaterThan(before * (100 - percent - 1));
      }),
    );
  });
});

describe('the words "regular price"', () => {
  const at = onDay(100);
  const regular = (prices: Prices, offers: Offers = [], onSale?: [number, number | null][]) =>
    history(prices, offers, onSale).regularPriceAt(at)?.amount;

  it('stand as long as it was discounted for at most half of the last 90 days, and go with the next moment', () => {
    expect(regular([[-300, 500]])).toBe(500);
    expect(regular([[-300, 500]], [[20, 65, 400]])).toBe(500);
    expect(regular([[-300, 500]], [[20, 65.001, 400]])).toBeUndefined();
  });

  it('count several offers together, and not what lies further back', () => {
    expect(
      regular(
        [[-300, 500]],
        [
          [20, 50, 400],
          [80, 96, 450],
        ],
      ),
    ).toBeUndefined();
    expect(regular([[-300, 500]], [[-200, 10, 400]])).toBe(500);
  });

  it('are not there for a list price that was raised lately, or a product that is new or was off sale', () => {
    expect(
      regular([
        [-300, 400],
        [60, 500],
      ]),
    ).toBeUndefined();
    expect(
      regular([
        [-300, 400],
        [50, 500],
      ]),
    ).toBe(500);
    expect(regular([[20, 500]])).toBeUndefined();
    expect(
      regular(
        [[-300, 500]],
        [],
        [
          [-300, 40],
          [41, null],
        ],
      ),
    ).toBeUndefined();
  });

  it('are said only while an offer runs', () => {
    expect(history([[-300, 500]]).at(at)).not.toHaveProperty('regularPrice');
    expect(history([[-300, 500]], [[99, 101, 400]]).at(at)).toMatchObject({ regularPrice: usd(500) });
  });

  it('need half of the days for every history', () => {
    const offer = fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 40 }));
    fc.assert(
      fc.property(fc.array(offer, { maxLength: 4 }), (windows) => {
        const offers = windows.map(([from, days]): [number, number, number] => [from, Math.min(from + days, 100), 400]);
        const days = Array.from({ length: 90 }, (_, index) => 10 + index);
        const lower = days.filter((day) => offers.some(([from, until]) => from <= day && day < until)).length;
        expect(regular([[-300, 500]], offers)).toBe(lower > 45 ? undefined : 500);
      }),
    );
  });
});

describe('the prior price of a market', () => {
  const in30Days = { ...unitedStates, priorPriceDays: 30 };
  const over = (market: typeof unitedStates) =>
    new PriceHistory(
      market,
      [
        { amount: 300, effectiveAt: onDay(-100) },
        { amount: 500, effectiveAt: onDay(0) },
      ],
      [{ id: 'o', name: 'Offer', amount: 250, startsAt: onDay(40), endsAt: onDay(50) }],
      [{ startsAt: onDay(-100), endsAt: null }],
    ).at(onDay(41));

  it('is the lowest of as many days as the market says, and not shown where it is switched off', () => {
    expect(over(in30Days)).toMatchObject({ priorPrice: usd(500), percentOff: 50 });
    expect(over({ ...unitedStates, priorPriceDays: 60 })).toMatchObject({ priorPrice: usd(300), percentOff: 16 });
    expect(over({ ...unitedStates, showPriorPrice: false })).not.toHaveProperty('priorPrice');
  });
});
