import fc from 'fast-check';
import { sharesOf } from './priced-line.js';

const usd = (amount: number) => ({ amount, currency: 'USD' });
const shares = (amount: number, listPrices: number[]) =>
  sharesOf(
    usd(amount),
    listPrices.map((listPrice) => ({ listPrice: usd(listPrice) })),
  );

describe('the shares of the courses in a line', () => {
  it('sum to the line, each within one cent of its part of the list prices', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 8 }),
        (amount, listPrices) => {
          const parts = shares(amount, listPrices);
          const list = listPrices.reduce((sum, price) => sum + price, 0);
          expect(parts.reduce((sum, share) => sum + share.amount, 0)).toBe(amount);
          parts.forEach((share, index) => {
            expect(Math.abs(share.amount - (amount * listPrices[index]!) / list)).toBeLessThanOrEqual(1);
          });
        },
      ),
    );
  });

  it('split 4900 over list prices of 5400, 2675 and 1800 as the books do', () => {
    expect(shares(4_900, [5_400, 2_675, 1_800]).map((share) => share.amount)).toEqual([2_680, 1_327, 893]);
  });
});
