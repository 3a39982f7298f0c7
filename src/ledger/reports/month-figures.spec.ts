import fc from 'fast-check';
import type { Flow } from './flows.queries.js';
import { feeRatio, monthFigures } from './month-figures.js';
import { stackOf } from './stack.js';

const [september, october] = ['2026-09-01', '2026-10-01'];
const flow = (month: string | null, account: string, kind: string, amount: number): Flow => ({
  ...{ month, account, kind, amount },
});

describe('the figures of a month', () => {
  // The bundle, its recognition, its refund of one course and its payout, as they stand in the table of entries.
  const flows = [
    flow(september, '1100', 'sale', 5_679),
    flow(september, '5000', 'sale', 201),
    flow(september, '2100', 'sale', -4_900),
    flow(september, '2200', 'sale', -980),
    flow(september, '2100', 'recognition', 402),
    flow(september, '4000', 'recognition', -402),
    flow(october, '2100', 'refund', 1_218),
    flow(october, '4100', 'refund', 109),
    flow(october, '2200', 'refund', 265),
    flow(october, '1100', 'refund', -1_592),
    flow(october, '1050', 'payout', 4_000),
    flow(october, '1100', 'payout', -4_000),
    flow(october, '1150', 'dispute', 4_900),
    flow(october, '5010', 'dispute', 1_500),
    flow(october, '1100', 'dispute', -6_400),
    flow(october, '2100', 'dispute_lost', 2_000),
    flow(october, '5020', 'dispute_lost', 402),
    flow(october, '1150', 'dispute_lost', -2_402),
  ];

  it('are what was booked, to the cent', () => {
    const [first, second] = monthFigures(flows, [september, october]);
    expect(first).toMatchObject({
      ...{ revenue: 402, billed: 4_900, billedTax: 980, refunds: 0, fees: 201, charged: 5_880 },
      ...{ deferred: 4_498, taxOwed: 980, stripe: 5_679, inTransit: 0, disputed: 0 },
    });
    expect(second).toMatchObject({
      ...{ revenue: 0, billed: 0, refunds: 1_592, disputed: 4_900, disputesLost: 402, disputeFees: 1_500 },
      ...{ deferred: 1_280, taxOwed: 715, stripe: -6_313, inTransit: 4_000, held: 2_498, suspense: 0 },
    });
    expect([feeRatio(first!), feeRatio(second!)]).toEqual([201 / 5_880, null]);
  });

  it('carry on what came before the first month, and take a refund back that failed', () => {
    const [figures] = monthFigures(
      [
        ...[flow(null, '1100', 'sale', 700), flow(null, '2100', 'sale', -700)],
        ...[flow(october, '2100', 'refund', 300), flow(october, '2100', 'refund_failure', -300)],
      ],
      [october],
    );
    expect(figures).toMatchObject({ stripe: 700, deferred: 700, refunds: 0, billed: 0 });
  });

  it('end with the same balances over however many months one looks', () => {
    const someFlows = fc.array(
      fc.record({
        month: fc.constantFrom(september, october),
        account: fc.constantFrom('1100', '1050', '2100', '2200'),
        kind: fc.constant('sale'),
        amount: fc.integer(),
      }),
    );
    fc.assert(
      fc.property(someFlows, (all) => {
        const long = monthFigures(all, [september, october]).at(-1)!;
        const before = all.map((each) => (each.month === september ? { ...each, month: null } : each));
        const short = monthFigures(before, [october]).at(-1)!;
        expect([long.stripe, long.deferred, long.taxOwed]).toEqual([short.stripe, short.deferred, short.taxOwed]);
      }),
    );
  });
});

describe('a stack', () => {
  const nameOf = (id: string | null) => id ?? 'None';

  it('has the largest first and keeps what names nothing apart', () => {
    const parts = [
      { month: september, id: 'a', amount: 5 },
      { month: october, id: 'b', amount: 9 },
      { month: october, id: null, amount: 7 },
      { month: october, id: 'a', amount: 1 },
    ];
    expect(stackOf(parts, [september, october], nameOf)).toEqual([
      { id: 'b', name: 'b', values: [0, 9] },
      { id: null, name: 'None', values: [0, 7] },
      { id: 'a', name: 'a', values: [5, 1] },
    ]);
  });

  it('has at most six parts, and loses nothing', () => {
    const parts = fc.array(
      fc.record({
        month: fc.constantFrom(september, october),
        id: fc.constantFrom(null, ...'abcdefghij'),
        amount: fc.integer(),
      }),
    );
    fc.assert(
      fc.property(parts, (all) => {
        const series = stackOf(all, [september, october], nameOf);
        expect(series.length).toBeLessThanOrEqual(6);
        const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
        expect(sum(series.map(({ values }) => sum(values)))).toBe(sum(all.map(({ amount }) => amount)));
      }),
    );
  });
});
