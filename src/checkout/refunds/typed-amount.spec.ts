import { typedAmount } from './typed-amount.js';

describe('an amount as staff type it', () => {
  it.each([
    ['120.50', 'USD', 12_050],
    ['120,5', 'USD', 12_050],
    ['.99', 'EUR', 99],
    ['1200', 'JPY', 1_200],
    ['1.250', 'KWD', 1_250],
  ])('%s %s is %d minor units', (text, currency, amount) => {
    expect(typedAmount(text, currency)).toBe(amount);
  });

  it('is no amount with more digits than the currency has, and none at all when nothing is typed', () => {
    expect(typedAmount('1.5', 'JPY')).toBeNaN();
    expect(typedAmount('', 'USD')).toBeUndefined();
  });
});
