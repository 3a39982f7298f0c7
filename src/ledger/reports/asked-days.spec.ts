import { askedDay, askedMonth, askedRange } from './asked-days.js';

const days = { first: '2026-03-09', last: '2026-10-12', today: '2026-11-23' };
const empty = { first: null, last: null, today: '2026-11-23' };

describe('the days of a report', () => {
  it('are the last month with postings where no month is asked for, and this month while nothing is booked', () => {
    expect(askedMonth(undefined, days)).toBe('2026-10-01');
    expect(askedMonth(undefined, empty)).toBe('2026-11-01');
    expect(askedMonth(undefined, { ...days, last: '2026-12-01' })).toBe('2026-11-01');
  });

  it('are any month from the first with postings to the running one, or to a later one that has postings', () => {
    expect(['2026-03', '2026-11'].map((month) => askedMonth(month, days))).toEqual(['2026-03-01', '2026-11-01']);
    expect(askedMonth('2026-12', { ...days, last: '2026-12-01' })).toBe('2026-12-01');
    expect(() => askedMonth('2026-12', days)).toThrow('This month has not begun yet.');
    expect(() => askedMonth('2026-02', days)).toThrow('The books begin in 2026-03.');
    expect(() => askedMonth('2026-10', empty)).toThrow('The books begin in 2026-11.');
  });

  it('end today, and never later', () => {
    expect([askedDay(undefined, days), askedDay('2026-01-01', days)]).toEqual(['2026-11-23', '2026-01-01']);
    expect(() => askedDay('2026-11-24', days)).toThrow('This day has not come yet.');
  });

  it('go from the beginning of the year to the end of the last month with postings', () => {
    expect(askedRange({}, days)).toEqual({ from: '2026-01-01', to: '2026-10-31' });
    expect(askedRange({ from: '2026-11-02' }, days)).toEqual({ from: '2026-11-02', to: '2026-11-30' });
    expect(askedRange({ to: '2025-02-28' }, days)).toEqual({ from: '2025-01-01', to: '2025-02-28' });
    expect(() => askedRange({ from: '2026-12-01' }, days)).toThrow('beyond the running month');
    expect(() => askedRange({ to: '2026-12-01' }, days)).toThrow('beyond the running month');
  });
});
