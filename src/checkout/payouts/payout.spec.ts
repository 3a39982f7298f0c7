import { isPartOf, verdictOf } from './payout.js';

describe('a payout', () => {
  it.each([
    [true, 900, 900, 'matched'],
    [true, 900, 899, 'difference'],
    [true, -900, -900, 'matched'],
    [true, 900, null, 'waiting'],
    [false, 900, null, 'manual'],
  ] as const)(
    'automatic %s, of %i, whose transactions sum to %s, is %s',
    (isAutomatic, amount, transactionsNet, verdict) => {
      expect(verdictOf({ isAutomatic, amount, transactionsNet })).toBe(verdict);
    },
  );

  it('is not a part of itself', () => {
    const move = {
      id: 'txn_1',
      type: 'payout',
      category: 'payout',
      amount: -1,
      fee: 0,
      net: -1,
      currency: 'USD',
      description: null,
      exchangeRate: null,
      at: new Date(0),
    };
    expect(isPartOf({ ...move, source: 'po_1' }, 'po_1')).toBe(false);
    expect(isPartOf({ ...move, source: 'ch_1' }, 'po_1')).toBe(true);
    expect(isPartOf({ ...move, source: null }, 'po_1')).toBe(true);
  });
});
