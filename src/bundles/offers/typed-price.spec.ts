import fc from 'fast-check';
import { asTyped, typedCurrency, typedPrice } from './typed-price.js';

const currencies = fc.constantFrom('USD', 'JPY', 'KWD', 'EUR');

it('a price may be typed with and without cents', () => {
  expect(['449', '449.5', '449.05', ' 0.99 '].map((text) => typedPrice('USD').parse(text).amount)).toEqual([
    44_900, 44_950, 44_905, 99,
  ]);
});

it('a price has the digits of its currency', () => {
  expect(typedPrice('JPY').parse('44900')).toEqual({ amount: 44_900, currency: 'JPY' });
  expect(typedPrice('JPY').safeParse('449.0').success).toBe(false);
  expect(typedPrice('KWD').parse('139.125')).toEqual({ amount: 139_125, currency: 'KWD' });
});

it.each(['', '-1', '1,50', '1.234', '1e3', '1e309', '$5', 'Infinity', 'NaN', '0x10', '123456789'])(
  '%p is not a price',
  (text) => {
    expect(typedPrice('USD').safeParse(text).success).toBe(false);
  },
);

it('every amount survives being typed, in any currency', () => {
  fc.assert(
    fc.property(currencies, fc.integer({ min: 0, max: 99_999_999 }), (currency, amount) => {
      expect(typedPrice(currency).parse(asTyped({ amount, currency }))).toEqual({ amount, currency });
    }),
  );
});

it.each([[undefined], [{}], [{ currency: 'usd' }], [{ currency: 7 }], [{ currency: 'XXX' }]])(
  'a form that names no known currency (%j) is read in that of the default market',
  (body) => expect(typedCurrency(body)).toBe('USD'),
);
