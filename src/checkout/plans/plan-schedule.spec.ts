import fc from 'fast-check';
import { monthsAfter, planSchedule } from './plan-schedule.js';

const plan = (instalments: number, everyMonths = 1) => ({ instalments, everyMonths, graceDays: 7 });

describe('a payment plan', () => {
  it('sums to the total, in parts that differ by one minor unit at most, the first one due at once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 100_000_000 }),
        fc.integer({ min: 2, max: 12 }),
        fc.constantFrom('USD', 'JPY', 'KWD'),
        fc.date({ min: new Date('2026-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }),
        (amount, count, currency, from) => {
          const parts = planSchedule({ amount, currency }, plan(count), from);
          const amounts = parts.map((part) => part.amount.amount);
          expect(amounts.reduce((sum, part) => sum + part, 0)).toBe(amount);
          expect(Math.max(...amounts) - Math.min(...amounts)).toBeLessThanOrEqual(1);
          expect(parts[0]!.dueAt).toBe(from.toISOString());
          expect(parts.map(({ dueAt }) => dueAt)).toEqual(parts.map(({ dueAt }) => dueAt).sort());
        },
      ),
    );
  });

  it('falls due on the same day of the month, or on the last one of a shorter month', () => {
    const days = planSchedule({ amount: 400, currency: 'USD' }, plan(4), new Date('2027-12-31T10:00:00Z'));
    expect(days.map(({ dueAt }) => dueAt.slice(0, 16))).toEqual([
      '2027-12-31T10:00',
      '2028-01-31T10:00',
      '2028-02-29T10:00',
      '2028-03-31T10:00',
    ]);
    expect(monthsAfter(new Date('2026-11-15T00:00:00Z'), 3).toISOString()).toBe('2027-02-15T00:00:00.000Z');
  });
});
