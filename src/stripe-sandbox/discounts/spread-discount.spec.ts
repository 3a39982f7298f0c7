import fc from 'fast-check';
import type Stripe from 'stripe';
import { spreadDiscount } from './spread-discount.js';

const line = (amount: number, product = 'prod_1') =>
  ({
    id: `li_${amount}`,
    amount_subtotal: amount,
    amount_discount: 0,
    amount_total: amount,
    currency: 'usd',
    price: { product },
  }) as Stripe.LineItem;
const coupon = (terms: Partial<Stripe.Coupon>) =>
  ({ percent_off: null, amount_off: null, currency: null, ...terms }) as Stripe.Coupon;
const discount = { id: 'di_1' } as Stripe.Discount;
const off = (items: Stripe.LineItem[]) => items.reduce((sum, item) => sum + item.amount_discount, 0);

describe('a discount over lines', () => {
  it('sums up to the whole, rounded once, and never exceeds a line', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 999_999 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 10_000 }), (prices, hundredths) => {
        const total = prices.reduce((sum, price) => sum + price, 0);
        const items = spreadDiscount(
          prices.map((price) => line(price)),
          coupon({ percent_off: hundredths / 100 }),
          discount,
        );
        expect(off(items)).toBe(Number((BigInt(total) * BigInt(hundredths) * 2n + 10_000n) / 20_000n));
        for (const item of items) {
          expect(item.amount_discount).toBeLessThanOrEqual(item.amount_subtotal);
          expect(item.amount_total).toBe(item.amount_subtotal - item.amount_discount);
        }
      }),
    );
  });

  it('of an amount takes no more than there is', () => {
    const tenOff = coupon({ amount_off: 1_000, currency: 'usd' });
    expect(off(spreadDiscount([line(24_900), line(100)], tenOff, discount))).toBe(1_000);
    expect(off(spreadDiscount([line(300), line(100)], tenOff, discount))).toBe(400);
  });

  it('for some products leaves the others at their price', () => {
    const half = coupon({ percent_off: 50, applies_to: { products: ['prod_2'] } });
    const items = spreadDiscount([line(1_000), line(2_000, 'prod_2')], half, discount);
    expect(items.map((item) => item.amount_total)).toEqual([1_000, 1_000]);
    expect(spreadDiscount([line(1_000)], half, discount)).toEqual([line(1_000)]);
  });
});
