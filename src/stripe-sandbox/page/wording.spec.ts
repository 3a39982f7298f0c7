import { shown, timeLeft } from './wording.js';

const at = Date.UTC(2026, 10, 22, 19, 5) / 1_000;

describe('the words of the page', () => {
  it.each([
    [29 * 60 + 59, '(29 minutes from now)'],
    [60, '(1 minute from now)'],
    [3_600, '(1 hour from now)'],
    [3_660, '(1 hour and 1 minute from now)'],
    [-5, '(0 minutes from now)'],
  ])('%d seconds before the end are %s, with the zone', (left, words) => {
    expect(timeLeft(at, at - left)).toContain(`22 November 2026, 19:05 UTC ${words}`);
  });

  it('shows money of its currency', () => {
    expect([shown(24_900, 'usd'), shown(1_200, 'jpy')]).toEqual(['$249.00', '¥1,200']);
  });
});
