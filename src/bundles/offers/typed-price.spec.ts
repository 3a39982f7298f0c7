import fc from 'fast-check';
import { asTyped, typedPrice } from './typed-price.js';

it('a price may be typed with and without cents', () => {
  expect(['449', '449.5', '449.05', ' 0.99 '].map((text) => typedPrice.parse(text).amount)).toEqual([
    44_900, 44_950, 44_905, 99,
  ]);
});

it.each(['', '-1', '1,50', '1.234', '1e3', '$5', 'Infinity', '12345678'])('%p is not a price', (text) => {
  expect(typedPrice.safeParse(text).success).toBe(false);
});

it('every amount survives being typed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), (amount) => {
      expect(typedPrice.parse(asTyped({ amount, currency: 'USD' })).amount).toBe(amount);
    }),
  );
});
