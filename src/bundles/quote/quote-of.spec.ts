import fc from 'fast-check';
import { japan, kuwait, unitedStates } from '../../../test/fixtures/markets.js';
import { noon, pricedProduct } from '../../../test/fixtures/priced-products.js';
import { DomainError, type Money, money } from '../../shared/index.js';
import type { Code } from '../codes/code.js';
import type { Basket, Owned, Quote } from './quote.js';
import { type Known, quoteOf } from './quote-of.js';

const usd = (amount: number) => money(amount, 'USD');
const sum = (amounts: Money[]) => amounts.reduce((total, { amount }) => total + amount, 0);

const code = (change: Partial<Code> = {}): Code => ({
  ...{ id: 'code', code: 'WINTER', percent: 10, off: null, withdrawn: false },
  ...{ startsAt: new Date('2026-01-01T00:00:00Z'), endsAt: new Date('2027-01-01T00:00:00Z') },
  ...{ totalLimit: null, personLimit: null, used: 0, usedByPerson: 0 },
  ...{ everyProduct: true, productIds: [], withOffers: true },
  ...change,
});
const holding = (courseId: string, amount: number, currency = 'USD') => ({
  ...{ courseId, orderLineId: `line-${courseId}`, orderNumber: 'G-1' },
  creditable: money(amount, currency),
});

/** A bundle of `upper` ($100) and `lower` ($300) for $200 list; each course alone as well. */
const shop = (bundle: Parameters<typeof pricedProduct>[3] = { list: 20_000 }) => [
  pricedProduct('upper', unitedStates, ['upper'], { list: 10_000 }),
  pricedProduct('lower', unitedStates, ['lower'], { list: 30_000 }),
  pricedProduct('both', unitedStates, ['upper', 'lower'], bundle),
];
const quote = (basket: Partial<Basket> = {}, known: Partial<Known> = {}): Quote =>
  quoteOf(
    { items: [{ product: 'both' }], ...basket },
    { found: shop(), market: unitedStates, at: noon, code: undefined, owned: undefined, ...known },
  );
const reasons = (made: Quote) => made.lines[0]!.reasons.map(({ reason, amount }) => [reason, amount.amount]);
const refusal = (work: () => unknown): DomainError => {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error;
  }
  throw new Error('it was not refused');
};
const seats = (quantity: number): Partial<Basket> => ({ items: [{ product: 'both', quantity }], purpose: 'seats' });

describe('the stacking rule', () => {
  it('replaces the list price by the offer or by the volume price, whichever is lower, and never by both', () => {
    const volume = [
      { quantity: 5, percent: 10 },
      { quantity: 20, percent: 50 },
    ];
    const found = shop({ list: 20_000, offer: { amount: 15_000 }, volume });
    expect(reasons(quote(seats(4), { found }))).toEqual([
      ['list', 80_000],
      ['offer', -20_000],
    ]);
    expect(reasons(quote(seats(5), { found }))).toEqual([
      ['list', 100_000],
      ['offer', -25_000],
    ]);
    const many = quote(seats(20), { found });
    expect(reasons(many)).toEqual([
      ['list', 400_000],
      ['volume', -200_000],
    ]);
    expect(many.notes.join()).toContain('The lower one holds, which is the volume price.');
  });

  it('gives no volume price to anybody but a clinic', () => {
    const found = shop({ list: 20_000, volume: [{ quantity: 1, percent: 50 }] });
    expect(quote({}, { found }).total).toEqual(usd(20_000));
    expect(quote({ purpose: 'gift' }, { found }).total).toEqual(usd(20_000));
  });

  it('credits a course that is owned and was paid for up to its share of the line, then takes the code off what is left', () => {
    const owned = { courseIds: ['upper'], holdings: [holding('upper', 8_000)] };
    const made = quote({}, { found: shop({ list: 20_000, offer: { amount: 16_000 } }), owned, code: code() });
    expect(reasons(made)).toEqual([
      ['list', 20_000],
      ['offer', -4_000],
      // The share of the course in the line is 4,000 of 16,000.
      ['upgrade_credit', -4_000],
      ['code', -1_200],
    ]);
    expect(made.lines[0]!.reasons[2]).toMatchObject({
      label: 'You own upper, bought in order G-1',
      courseId: 'upper',
      orderLineId: 'line-upper',
    });
    expect(made.lines[0]!.courses.map(({ slug, amount }) => [slug, amount.amount])).toEqual([
      ['upper', 0],
      ['lower', 10_800],
    ]);
    expect(made.notes.at(-1)).toMatch(/^Reductions are taken in this order/);
  });

  it('leaves lines on offer alone if the code does not combine with offers', () => {
    const found = [
      pricedProduct('upper', unitedStates, ['upper'], { list: 10_000, offer: { amount: 9_000 } }),
      pricedProduct('lower', unitedStates, ['lower'], { list: 30_000 }),
    ];
    const items = [{ product: 'upper' }, { product: 'lower' }];
    const made = quote({ items }, { found, code: code({ withOffers: false }) });
    expect(made.lines.map((line) => line.amount.amount)).toEqual([9_000, 27_000]);
    expect(made.notes).toContain('Code WINTER does not combine with offers: it leaves “upper” as it is.');
  });

  it('spreads a fixed code over the lines it is for, and never takes more than they cost', () => {
    const items = [{ product: 'upper' }, { product: 'lower' }];
    const fixed = (off: number, change: Partial<Code> = {}) =>
      quote({ items }, { code: code({ percent: null, off: usd(off), ...change }) }).lines.map(
        (line) => line.amount.amount,
      );
    expect(fixed(4_000)).toEqual([9_000, 27_000]);
    expect(fixed(4_000, { everyProduct: false, productIds: ['product-upper'] })).toEqual([6_000, 30_000]);
    expect(fixed(1_000_000)).toEqual([0, 0]);
  });

  it('makes a line of nothing free', () => {
    const made = quote({}, { code: code({ percent: 100 }) });
    expect(made.total).toEqual(usd(0));
    expect(made.lines[0]!.courses.map(({ amount }) => amount.amount)).toEqual([0, 0]);
  });
});

describe('an upgrade credit', () => {
  const credits = (made: Quote) => made.lines[0]!.reasons.filter(({ reason }) => reason === 'upgrade_credit');

  it('is for oneself only, not for gifts and seats', () => {
    const owned = { courseIds: ['upper'], holdings: [holding('upper', 8_000)] };
    expect(credits(quote({ purpose: 'self' }, { owned }))).toHaveLength(1);
    expect(credits(quote({ purpose: 'gift' }, { owned }))).toEqual([]);
    expect(credits(quote({ purpose: 'seats' }, { owned }))).toEqual([]);
  });

  it('needs access that still lives, and the same currency', () => {
    expect(credits(quote({}, { owned: { courseIds: [], holdings: [holding('upper', 8_000)] } }))).toEqual([]);
    const inEuro = { courseIds: ['upper'], holdings: [holding('upper', 8_000, 'EUR')] };
    expect(credits(quote({}, { owned: inEuro }))).toEqual([]);
  });

  it('may come from two orders of one course, together at most its share', () => {
    const second = { ...holding('upper', 4_000), orderLineId: 'line-2', orderNumber: 'G-2' };
    const owned = { courseIds: ['upper'], holdings: [holding('upper', 3_000), second] };
    // The share is 5,000.
    expect(credits(quote({}, { owned })).map(({ orderLineId, amount }) => [orderLineId, amount.amount])).toEqual([
      ['line-upper', -3_000],
      ['line-2', -2_000],
    ]);
  });

  it.each([
    ['gift', 'because it was a gift'],
    ['seat', 'because it came with a seat of a clinic'],
    ['staff', 'because it was given to you'],
    ['plan', 'because its instalments are not all paid yet'],
    ['spent', 'because what you paid for it was credited or refunded before'],
  ] as const)('is none for a course from a %s, and the quote says why', (because, words) => {
    const owned: Owned = { courseIds: ['upper'], holdings: [], withoutCredit: [{ courseId: 'upper', because }] };
    expect(quote({}, { owned }).notes).toEqual([`You already have upper. There is no credit for it, ${words}.`]);
  });

  it('sells nobody what they have already', () => {
    const owned = { courseIds: ['upper', 'lower'], holdings: [] };
    expect(refusal(() => quote({}, { owned }))).toMatchObject({
      code: 'already_owned',
      kind: 'conflict',
      fields: { 'items.0.product': 'You already have every course of “both”.' },
    });
    expect(quote({ purpose: 'gift' }, { owned }).total).toEqual(usd(20_000));
  });
});

describe('the seats of an offer', () => {
  it('raise the price at once when the last is taken, and the quote says so', () => {
    const made = quote({}, { found: shop({ list: 20_000, offer: { amount: 15_000, seatsLeft: 0 } }) });
    expect(made.total).toEqual(usd(20_000));
    expect(made.notes).toEqual(['All seats of “Winter” are taken, so “both” is at its list price.']);
  });

  it('do not do for more than there are', () => {
    const made = quote(seats(3), { found: shop({ list: 20_000, offer: { amount: 15_000, seatsLeft: 2 } }) });
    expect(made.total).toEqual(usd(60_000));
    expect(made.notes[0]).toContain('has 2 of its seats left, fewer than 3');
  });
});

describe('a code is refused at its field', () => {
  it.each<[string, Partial<Code>, string]>([
    ['before it begins', { startsAt: new Date('2026-12-02T00:00:00Z') }, 'code_not_yet'],
    ['at the instant it ends', { endsAt: noon }, 'code_ended'],
    ['once it is withdrawn', { withdrawn: true }, 'code_ended'],
    ['when it is used up', { totalLimit: 3, used: 3 }, 'code_used_up'],
    ['when this person used it as often as one may', { personLimit: 1, usedByPerson: 1 }, 'code_used_by_you'],
    ['where it has no amount', { percent: null, off: null }, 'code_not_here'],
    ['for other products', { everyProduct: false, productIds: ['product-upper'] }, 'code_without_effect'],
  ])('%s', (_name, change, expected) => {
    const refused = refusal(() => quote({}, { code: code(change) }));
    expect({ code: refused.code, fields: Object.keys(refused.fields) }).toEqual({ code: expected, fields: ['code'] });
  });

  it('with only lines on offer, if it does not combine with them', () => {
    const found = shop({ list: 20_000, offer: { amount: 15_000 } });
    expect(refusal(() => quote({}, { found, code: code({ withOffers: false }) })).message).toContain(
      'offer that holds now',
    );
  });

  it('when there is nothing left to pay', () => {
    const found = [
      pricedProduct('upper', unitedStates, ['upper'], { list: 10_000 }),
      pricedProduct('both', unitedStates, ['upper', 'lower'], { list: 1 }),
      pricedProduct('lower', unitedStates, ['lower'], { list: 1 }),
    ];
    const owned = { courseIds: ['upper'], holdings: [holding('upper', 10_000)] };
    expect(refusal(() => quote({}, { found, owned, code: code() })).message).toContain('nothing left to pay');
  });
});

describe('any basket in any currency, with any offers, steps, credits and code', () => {
  const amount = fc.integer({ min: 1, max: 9_999_999 });
  const pricing = fc.record({
    list: amount,
    offer: fc.option(fc.record({ amount, seatsLeft: fc.option(fc.nat(600), { nil: undefined }) }), { nil: undefined }),
    volume: fc.array(
      fc.record({ quantity: fc.integer({ min: 2, max: 500 }), percent: fc.integer({ min: 1, max: 90 }) }),
      {
        maxLength: 3,
      },
    ),
  });
  const courses = ['a', 'b', 'c', 'd', 'e'];
  const arbitrary = fc.record({
    market: fc.constantFrom(unitedStates, japan, kuwait),
    alone: fc.array(pricing, { minLength: 5, maxLength: 5 }),
    bundled: fc.subarray(courses, { minLength: 1 }),
    bundle: pricing,
    purpose: fc.constantFrom(undefined, 'self', 'gift', 'seats'),
    quantity: fc.integer({ min: 1, max: 500 }),
    owned: fc.subarray(courses),
    holdings: fc.array(
      fc.record({
        courseId: fc.constantFrom(...courses),
        amount: fc.nat(9_999_999),
        currency: fc.constantFrom('USD', 'JPY', 'KWD'),
      }),
      { maxLength: 6 },
    ),
    percent: fc.option(fc.integer({ min: 1, max: 100 }), { nil: null }),
    off: amount,
    code: fc.boolean(),
    withOffers: fc.boolean(),
    scope: fc.option(fc.subarray(courses), { nil: undefined }),
  });

  it('sums to the cent, never falls below nothing, never rises above the list price, and is the same twice', () => {
    let priced = 0;
    fc.assert(
      fc.property(arbitrary, (given) => {
        const { market, purpose } = given;
        const found = [
          ...courses.map((slug, index) => pricedProduct(slug, market, [slug], given.alone[index]!)),
          pricedProduct('whole', market, given.bundled, given.bundle),
        ];
        const quantity = purpose === 'seats' ? given.quantity : 1;
        const rest = courses.filter((slug) => !given.bundled.includes(slug)).slice(0, 2);
        const basket: Basket = { items: ['whole', ...rest].map((product) => ({ product, quantity })), purpose };
        const owned = {
          courseIds: given.owned,
          holdings: given.holdings.map((each, index) => ({
            ...{ courseId: each.courseId, orderLineId: `line-${index}`, orderNumber: `G-${index}` },
            creditable: money(each.amount, each.currency),
          })),
        };
        const used = given.code
          ? code({
              ...{ percent: given.percent, off: money(given.off, market.currency), withOffers: given.withOffers },
              ...(given.scope && { everyProduct: false, productIds: given.scope.map((slug) => `product-${slug}`) }),
            })
          : undefined;
        const known: Known = { found, market, at: noon, code: used, owned };
        let made: Quote;
        try {
          made = quoteOf(basket, known);
        } catch (error) {
          expect(error).toMatchObject({
            code: expect.stringMatching(/^(already_owned|code_without_effect)$/) as string,
          });
          return;
        }
        priced += 1;
        expect(sum(made.lines.map((line) => line.amount))).toBe(made.total.amount);
        for (const line of made.lines) {
          const list =
            found.find(({ slug }) => slug === line.product.slug)!.history.listPriceAt(noon)!.amount * line.quantity;
          expect(sum(line.reasons.map((reason) => reason.amount))).toBe(line.amount.amount);
          expect(sum(line.courses.map((course) => course.amount))).toBe(line.amount.amount);
          expect(Math.min(...line.courses.map((course) => course.amount.amount))).toBeGreaterThanOrEqual(0);
          expect(line.amount.amount).toBeLessThanOrEqual(list);
          expect(line.reasons.filter(({ reason }) => reason === 'offer' || reason === 'volume').length).toBeLessThan(2);
          expect(line.reasons.slice(1).every((reason) => reason.amount.amount <= 0)).toBe(true);
          for (const { orderLineId, amount: credit } of line.reasons.filter(
            ({ reason }) => reason === 'upgrade_credit',
          )) {
            const paid = owned.holdings.find((each) => each.orderLineId === orderLineId)!.creditable;
            expect(paid.currency).toBe(market.currency);
            expect(-credit.amount).toBeLessThanOrEqual(paid.amount);
          }
        }
        expect(
          new Set([made.currency, made.total.currency, ...made.lines.map((line) => line.amount.currency)]),
        ).toEqual(new Set([market.currency]));
        expect(quoteOf(basket, known)).toEqual(made);
      }),
      { numRuns: 400 },
    );
    expect(priced).toBeGreaterThan(100);
  });
});
