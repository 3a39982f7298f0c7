import { changeText, salesSeries } from './sales-series.js';

const day = (date: string, amount: number, currency = 'USD') => ({ day: date, currency, payments: 1, amount });

describe('sales as a series', () => {
  it('sets each day against the one as far back as the series is long', () => {
    const days = [
      day('2026-11-01', 1),
      day('2026-11-01', 99, 'EUR'),
      day('2026-11-02', 2),
      day('2026-11-03', 3),
      day('2026-11-04', 4),
    ];
    expect(salesSeries(days, 'USD').map(({ short, value, before }) => [short, value, before])).toEqual([
      ['3 Nov', 3, 1],
      ['4 Nov', 4, 2],
    ]);
    expect(salesSeries([], 'USD')).toEqual([]);
  });

  it.each([
    [0, 0, 'none, as in the week before'],
    [5, 0, 'none in the week before'],
    [112, 100, 'up 12% on the week before'],
    [0, 100, 'down 100% on the week before'],
    [100, 100, 'as in the week before'],
  ])('%d after %d is said as "%s"', (now, before, text) => {
    expect(changeText(now, before, 'the week before')).toBe(text);
  });
});
