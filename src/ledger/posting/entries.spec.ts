import type { BalanceMove, BookedRefund, BookedSale } from '../../checkout/index.js';
import type { Deferral } from '../deferred/deferral.js';
import { condensed, type Posting } from '../journal/entry.js';
import { lossLegs } from './loss-legs.js';
import { entryOf, resolutionOf, suspenseOf } from './placed.js';
import { placePlainly } from './place-plainly.js';
import { refundLegs } from './refund-legs.js';
import { saleLegs, sharesOf } from './sale-legs.js';

const at = new Date('2026-09-01T10:00:00Z');
const move = (what: Partial<BalanceMove>): BalanceMove => {
  const given = { amount: 0, fee: 0, currency: 'USD', ...what };
  return {
    ...{ id: 'txn_1', type: 'charge', category: 'charge', source: 'ch_1', description: null, exchangeRate: null, at },
    ...given,
    net: given.amount - given.fee,
  };
};

const bundle: BookedSale = {
  ...{ charge: 'ch_1', orderId: 'o', orderNumber: 'GL-1', currency: 'USD', market: 'default' },
  ...{ amount: 5880, earlier: [], planned: null, taxIncluded: false, jurisdiction: 'US-CA' },
  ...{ isForOthers: false, isOwedBack: false, accessDays: 365, settledOn: '2026-09-01' },
  lines: [
    {
      ...{ lineId: 'l', productId: 'b', offerId: null, quantity: 1, list: 4900 },
      courses: [
        { courseId: 'a', amount: 2680, tax: 536 },
        { courseId: 'b', amount: 1327, tax: 265 },
        { courseId: 'c', amount: 893, tax: 179 },
      ],
    },
  ],
};

/** The bundle after 30 of 365 days, as the sub-ledger has it. */
const deferral = (courseId: string, sold: number, recognised: number): Deferral => ({
  ...{ lineId: 'l', courseId, unit: 1, productId: 'b', currency: 'USD', cohort: '2026-09-01', sold, recognised },
  ...{ returnedDeferred: 0, returnedRecognised: 0 },
});
const after30Days = [deferral('a', 2680, 220), deferral('b', 1327, 109), deferral('c', 893, 73)];

/** "1100 5679", "2100 a -2680" */
const lines = (postings: readonly Posting[]) =>
  condensed(postings).map(({ account, courseId, currency, amount }) =>
    [account, courseId, currency === 'USD' ? undefined : currency, amount]
      .filter((part) => part !== undefined)
      .join(' '),
  );
const saleOf = (sale: BookedSale, brought: BalanceMove) =>
  entryOf(brought, {
    ...{ kind: 'sale', description: 'Sale', currency: sale.currency, moves: [] },
    legs: saleLegs(sale, sharesOf(sale)),
  }).postings;

describe('the entry of', () => {
  it('a bundle over 4900 and 980 tax, less a fee of 201', () => {
    expect(lines(saleOf(bundle, move({ amount: 5880, fee: 201 })))).toEqual([
      ...['1100 5679', '5000 201', '2100 a -2680', '2100 b -1327', '2100 c -893', '2200 -980'],
    ]);
  });

  it('a sale whose tax is in the price defers the rest', () => {
    const sale = { ...bundle, taxIncluded: true, amount: 4900 };
    expect(lines(saleOf(sale, move({ amount: 4900, fee: 0 })))).toEqual([
      ...['1100 4900', '2100 a -2144', '2100 b -1062', '2100 c -714', '2200 -980'],
    ]);
  });

  it('a refund of one course, of which 109 were earned', () => {
    const refund: BookedRefund = {
      ...{
        charge: 'ch_1',
        orderId: 'o',
        orderNumber: 'GL-1',
        currency: 'USD',
        amount: 1592,
        earlier: [],
        jurisdiction: 'US-CA',
      },
      ...{ isOwedBack: false, courses: [{ lineId: 'l', courseId: 'b', amount: 1592, tax: 265 }] },
    };
    const { legs, moves } = refundLegs(refund, after30Days);
    const entry = entryOf(move({ category: 'refund', amount: -1592 }), {
      ...{ kind: 'refund', description: 'x', currency: 'USD', legs, moves },
    });
    expect(lines(entry.postings)).toEqual(['1100 -1592', '2100 b 1218', '4100 b 109', '2200 265']);
    expect(moves.filter(({ amount }) => amount !== 0)).toEqual([
      { lineId: 'l', courseId: 'b', unit: 1, kind: 'returned_deferred', amount: 1218 },
      { lineId: 'l', courseId: 'b', unit: 1, kind: 'returned_recognised', amount: 109 },
    ]);
  });

  it('a whole refund with nothing earned leaves the fee expensed', () => {
    const refund: BookedRefund = {
      ...{
        charge: 'ch_1',
        orderId: 'o',
        orderNumber: 'GL-1',
        currency: 'USD',
        amount: 9900,
        earlier: [],
        jurisdiction: null,
      },
      ...{ isOwedBack: false, courses: [{ lineId: 'l', courseId: 'a', amount: 9900, tax: 0 }] },
    };
    expect(lines(refundLegs(refund, [deferral('a', 9900, 0)]).legs)).toEqual(['2100 a 9900']);
  });

  it('a dispute over 9900 with a fee of 1500, and of one that is won', () => {
    const legs = (amount: number) => [{ account: '1150', currency: 'USD', amount }];
    const placed = { kind: 'dispute' as const, description: 'x', currency: 'USD', moves: [] };
    const taken = entryOf(move({ category: 'dispute', amount: -9900, fee: 1500 }), { ...placed, legs: legs(9900) });
    expect(lines(taken.postings)).toEqual(['1100 -11400', '5010 1500', '1150 9900']);
    const won = entryOf(move({ category: 'dispute_reversal', amount: 9900 }), { ...placed, legs: legs(-9900) });
    expect(lines(won.postings)).toEqual(['1100 9900', '1150 -9900']);
  });

  it('a dispute that is lost, 402 of 4900 earned', () => {
    const { legs } = lossLegs({ amount: 4900, currency: 'USD' }, { deferrals: after30Days, tax: 0 });
    const sums = new Map<string, number>();
    for (const { account, amount } of legs) sums.set(account, (sums.get(account) ?? 0) + amount);
    expect(Object.fromEntries(sums)).toEqual({ 2100: 4498, 5020: 402, 1150: -4900 });
  });

  it('a dispute that is lost takes the tax, which stays owed, and what exceeds the order as a loss', () => {
    const lost = (amount: number) =>
      lines(lossLegs({ amount, currency: 'USD' }, { deferrals: after30Days, tax: 980 }).legs);
    expect(lost(5880)).toEqual([
      '2100 a 2460',
      '5020 a 220',
      '2100 b 1218',
      '5020 b 109',
      '2100 c 820',
      '5020 c 73',
      '5020 980',
      '1150 -5880',
    ]);
    expect(lost(6000)).toContain('5020 1100');
  });

  it('a payout that leaves, one that comes back, and a fee of Stripe', () => {
    const plainly = (category: string, amount: number) => {
      const brought = move({ category, amount });
      const placed = placePlainly(brought);
      return 'legs' in placed ? lines(entryOf(brought, placed).postings) : placed.problem;
    };
    expect(plainly('payout', -5000)).toEqual(['1100 -5000', '1050 5000']);
    expect(plainly('payout_failure', 5000)).toEqual(['1100 5000', '1050 -5000']);
    expect(plainly('fee', -200)).toEqual(['1100 -200', '5000 200']);
    expect(plainly('topup', 700)).toContain('placed by hand');
  });

  it('a sale in another currency than the balance: both sides meet in the exchange account', () => {
    const sale = { ...bundle, currency: 'EUR' };
    const brought = move({ amount: 6350, fee: 214 });
    expect(lines(saleOf(sale, brought))).toEqual([
      ...['1100 6136', '5000 214', '5030 -6350', '5030 EUR 5880'],
      ...['2100 a EUR -2680', '2100 b EUR -1327', '2100 c EUR -893', '2200 EUR -980'],
    ]);
  });

  it('what nobody knows, and of it once it is known', () => {
    const brought = move({ amount: 5880, fee: 201 });
    expect(lines(suspenseOf(brought).postings)).toEqual(['1100 5679', '5000 201', '1190 -5880']);
    const placed = {
      ...{ kind: 'sale' as const, description: 'x', currency: 'EUR', moves: [] },
      legs: [{ account: '2100', currency: 'EUR', amount: -5400 }],
    };
    expect(lines(resolutionOf(brought, placed, '2026-09-02').postings)).toEqual([
      ...['1190 5880', '5030 -5880', '5030 EUR 5400', '2100 EUR -5400'],
    ]);
  });

  it('seats splits each course over them, and an instalment over what is still to be paid', () => {
    const seats = { ...bundle, isForOthers: true, lines: [{ ...bundle.lines[0]!, quantity: 3 }] };
    const { shares } = sharesOf(seats);
    expect(shares.map(({ courseId, unit, amount }) => `${courseId}${unit} ${amount}`)).toEqual([
      ...['a1 894', 'a2 893', 'a3 893', 'b1 443', 'b2 442', 'b3 442', 'c1 298', 'c2 298', 'c3 297'],
    ]);
    const plan = {
      ...bundle,
      lines: [
        {
          ...bundle.lines[0]!,
          courses: [
            { courseId: 'a', amount: 100, tax: 0 },
            { courseId: 'b', amount: 50, tax: 0 },
          ],
        },
      ],
    };
    const paid = [50, 50, 50].map((amount, index) =>
      sharesOf({ ...plan, amount, planned: 150, earlier: Array<number>(index).fill(50) }).shares.map(
        (share) => share.amount,
      ),
    );
    expect(paid).toEqual([
      [33, 17],
      [34, 16],
      [33, 17],
    ]);
  });
});
