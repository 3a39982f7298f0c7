import fc from 'fast-check';
import { award, percent, reaches, tally } from './score.js';

const marks = fc.array(
  fc.record({ possible: fc.integer({ min: 1, max: 100 }), credit: fc.double({ min: 0, max: 1, noNaN: true }) }),
  {
    minLength: 1,
    maxLength: 50,
  },
);

describe('a score', () => {
  it('passes exactly at the pass mark and fails one mark below', () => {
    expect(reaches({ awarded: 4, possible: 5 }, 80)).toBe(true);
    expect(reaches({ awarded: 3.9999, possible: 5 }, 80)).toBe(false);
    expect(reaches({ awarded: 0, possible: 5 }, 1)).toBe(false);
  });

  it('is rounded down, so that 80 shown is 80 reached', () => {
    expect(percent({ awarded: 2, possible: 3 })).toBe(66.66);
    expect(percent({ awarded: 79_999, possible: 100_000 })).toBe(79.99);
    fc.assert(
      fc.property(marks, fc.integer({ min: 1, max: 100 }), (questions, passPercent) => {
        const total = tally(questions.map(({ possible, credit }) => ({ awarded: award(possible, credit), possible })));
        if (percent(total) >= passPercent) expect(reaches(total, passPercent)).toBe(true);
        else expect(reaches(total, passPercent)).toBe(false);
      }),
    );
  });

  it('never gives a question more than its marks or less than nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.double({ min: -5, max: 5, noNaN: true }), (possible, credit) => {
        expect(award(possible, credit)).toBeGreaterThanOrEqual(0);
        expect(award(possible, credit)).toBeLessThanOrEqual(possible);
      }),
    );
  });

  it('sums fractions of marks exactly', () => {
    expect(tally([0.1, 0.2, 0.7].map((awarded) => ({ awarded, possible: 1 }))).awarded).toBe(1);
  });
});
