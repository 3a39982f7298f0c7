import fc from 'fast-check';
import { feeOf } from './balance.js';

describe('the fee of a charge', () => {
  it.each([
    [24_900, 752],
    [10_000, 320],
    [50, 31],
    // 2.9 % is 14.5 and 14.471: halves go up.
    [500, 45],
    [499, 44],
  ])('of %d is %d', (amount, fee) => expect(feeOf(amount, 'usd')).toBe(fee));

  it('is within half a unit of 2.9 % and 30, in every currency', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 50, max: 99_999_999 }),
        fc.constantFrom('usd', 'jpy', 'kwd'),
        (amount, currency) => {
          expect(Math.abs(feeOf(amount, currency) - 30 - (amount * 29) / 1_000)).toBeLessThanOrEqual(0.5);
        },
      ),
    );
  });
});
