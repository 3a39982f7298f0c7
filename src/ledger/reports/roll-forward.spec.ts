import fc from 'fast-check';
import { rollForward, taxReturns } from './roll-forward.js';

const movement = fc
  .record({
    courseId: fc.constantFrom(null, 'a', 'b'),
    cohort: fc.constantFrom(null, '2026-08-01', '2026-09-01'),
    open: fc.integer(),
    sold: fc.integer(),
    recognised: fc.integer(),
    returned: fc.integer(),
    corrected: fc.integer(),
  })
  .map((each) => ({
    ...each,
    close: each.open + each.sold - each.recognised - each.returned + each.corrected,
  }));

describe('the roll-forward', () => {
  it('comes to the same whatever its rows are, and each row closes with what moved', () => {
    fc.assert(
      fc.property(fc.array(movement), (movements) => {
        for (const by of ['course', 'cohort', 'both'] as const) {
          const { rows, total } = rollForward(movements, by);
          for (const row of [...rows, total]) {
            expect(row.open + row.sold - row.recognised - row.returned + row.corrected).toBe(row.close);
          }
          expect(rows.reduce((sum, { close }) => sum + close, 0)).toBe(total.close);
          expect(new Set(rows.map(({ courseId, cohort }) => `${courseId} ${cohort}`)).size).toBe(rows.length);
        }
      }),
    );
  });

  it('tells rows apart by what was asked for, and by nothing else', () => {
    const one = { open: 1, sold: 0, recognised: 0, returned: 0, corrected: 0, close: 1 };
    const movements = [
      { courseId: 'a', cohort: '2026-08-01', ...one },
      { courseId: 'a', cohort: '2026-09-01', ...one },
    ];
    expect(rollForward(movements, 'course').rows).toMatchObject([{ courseId: 'a', cohort: undefined, close: 2 }]);
    expect(rollForward(movements, 'cohort').rows).toMatchObject([
      { courseId: undefined, cohort: '2026-08-01' },
      { courseId: undefined, cohort: '2026-09-01' },
    ]);
    expect(rollForward(movements, 'both').rows).toHaveLength(2);
  });
});

describe('tax', () => {
  it('is summed by currency', () => {
    const row = (currency: string, jurisdiction: string | null, charged: number) => ({
      ...{ currency, jurisdiction, open: 10, charged, refunded: 1, paid: 2, close: 7 + charged },
    });
    const returns = taxReturns([row('EUR', 'DE', 5), row('EUR', 'FR', 6), row('USD', null, 0)]);
    expect(returns.map(({ currency, total }) => [currency, total.charged, total.close])).toEqual([
      ['EUR', 11, 25],
      ['USD', 0, 7],
    ]);
  });
});
