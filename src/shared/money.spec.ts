import fc from 'fast-check';
import { add, decimalText, formatMoney, money, share, splitByLargestRemainder, subtract } from './index.js';

const amount = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 });

describe('money', () => {
  it('refuses fractions of a minor unit, amounts beyond exact integers and unknown currencies', () => {
    expect(() => money(4900.5, 'USD')).toThrow(RangeError);
    expect(() => money(2 ** 53, 'USD')).toThrow(RangeError);
    expect(() => money(100, 'XXX')).toThrow(RangeError);
  });

  it('never combines two currencies', () => {
    expect(() => add(money(1, 'USD'), money(1, 'EUR'))).toThrow('Cannot combine');
    expect(() => subtract(money(1, 'USD'), money(1, 'EUR'))).toThrow('Cannot combine');
  });

  it('splits so that the parts sum to the whole and each is within one unit of its exact share', () => {
    fc.assert(
      fc.property(
        amount,
        fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 12 }),
        (n, weights) => {
          fc.pre(weights.some((weight) => weight > 0));
          const parts = splitByLargestRemainder(money(n, 'USD'), weights);
          const total = weights.reduce((sum, weight) => sum + weight, 0);
          expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(n);
          parts.forEach((part, index) => {
            expect(Math.abs(part.amount - (n * weights[index]!) / total)).toBeLessThanOrEqual(1);
          });
        },
      ),
    );
  });

  it('gives the odd unit to the earlier of equal parts', () => {
    expect(splitByLargestRemainder(money(100, 'USD'), [1, 1, 1]).map((part) => part.amount)).toEqual([34, 33, 33]);
  });

  it('rounds halves away from zero, the same for a refund as for a sale', () => {
    expect(share(money(5, 'USD'), 1, 2).amount).toBe(3);
    expect(share(money(-5, 'USD'), 1, 2).amount).toBe(-3);
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 100 }), (n, percent) => {
        expect(share(money(-n, 'USD'), percent, 100).amount).toBe(-share(money(n, 'USD'), percent, 100).amount + 0);
      }),
    );
  });

  it('shows minor units by currency', () => {
    expect(formatMoney(money(24900, 'USD'))).toBe('$249.00');
    expect(formatMoney(money(1200, 'JPY'))).toBe('¥1,200');
    expect(formatMoney(money(1250, 'KWD')).replace(/\s/g, ' ')).toBe('KWD 1.250');
    expect(decimalText(-5, 2)).toBe('-0.05');
  });
});
