import { planYear, type YearTerms } from './plan-year.js';

const terms: YearTerms = {
  ...{ orders: 5_000, seed: 7, until: '2026-11-01', days: 365, bundle: 'all', courses: ['one', 'two', 'three'] },
};

describe('a planned year', () => {
  it('has as many orders as were asked for, on days until the last one, and is the same again', () => {
    const year = planYear(terms);
    expect(year.flatMap(({ orders }) => orders)).toHaveLength(5_000);
    expect([year[0]!.at.toISOString().slice(0, 10), year.at(-1)!.at.toISOString().slice(0, 10)]).toEqual([
      '2025-11-01',
      '2026-10-31',
    ]);
    expect(planYear(terms)).toEqual(year);
    expect(planYear({ ...terms, seed: 8 })).not.toEqual(year);
  });

  it('grows, rests at weekends, and gives some of it back', () => {
    const year = planYear(terms);
    const count = (days: typeof year) => days.reduce((sum, { orders }) => sum + orders.length, 0);
    expect(count(year.slice(-90))).toBeGreaterThan(count(year.slice(0, 90)) * 1.3);
    const weekend = year.filter(({ at }) => at.getUTCDay() % 6 === 0);
    expect(count(weekend) / weekend.length).toBeLessThan((count(year) / year.length) * 0.75);
    const kept = year.flatMap(({ orders }) => orders).filter(({ fate }) => fate.what === 'kept').length;
    expect(kept / 5_000).toBeGreaterThan(0.9);
    expect(kept / 5_000).toBeLessThan(0.95);
  });
});
