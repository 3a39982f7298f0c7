import fc from 'fast-check';
import { settle } from './settlement.js';

const settlement = { currencies: ['usd', 'gbp'], rates: { eur: '1.0842', jpy: '0.0067', kwd: '3.25' } };

describe('money on the balance', () => {
  it('stays in its currency where the account is paid out in it', () => {
    expect(settle(5_000, 'gbp', settlement)).toEqual({ currency: 'gbp', amount: 5_000, rate: null });
    expect(settle(5_000, 'eur', { currencies: [], rates: {} })).toEqual({ currency: 'eur', amount: 5_000, rate: null });
  });

  it('is converted into the first currency, with the digits of both', () => {
    expect(settle(10_000, 'eur', settlement)).toEqual({ currency: 'usd', amount: 10_842, rate: 1.0842 });
    expect(settle(10_000, 'jpy', settlement).amount).toBe(6_700);
    expect(settle(1_250, 'kwd', settlement).amount).toBe(406);
    expect(() => settle(1, 'chf', settlement)).toThrow('no rate for chf');
  });

  it('goes out at what it came in for, at the same rate', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), fc.constantFrom('eur', 'jpy', 'kwd'), (amount, currency) => {
        expect(settle(-amount, currency, settlement).amount).toBe(-settle(amount, currency, settlement).amount + 0);
      }),
    );
  });
});
