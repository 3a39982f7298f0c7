import { moneyOf } from './order-money.js';

describe('the money of an order', () => {
  it('is what was paid, less what was sent back and what a lost dispute took', () => {
    const disputes = [
      { standing: 'lost', amount: 1_000 },
      { standing: 'won', amount: 5_000 },
      { standing: 'open', amount: 5_000 },
    ];
    const payments = [{ amount: 4_000 }, { amount: 6_000 }];
    const expected = { paid: 10_000, tax: 700, refunded: 500, lost: 1_000, left: 8_500 };
    expect(moneyOf({ tax: 700, payments, refunded: 500, disputes })).toEqual(expected);
  });

  it('has no tax in a payment that never came', () => {
    expect(moneyOf({ tax: 70, payments: [], refunded: 0, disputes: [] })).toMatchObject({ paid: 0, tax: 0, left: 0 });
  });
});
