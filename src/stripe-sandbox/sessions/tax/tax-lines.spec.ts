import fc from 'fast-check';
import type Stripe from 'stripe';
import { breakdownOf, totalsOf } from '../totals.js';
import { taxAt } from './rates.js';
import { taxIdOf } from './tax-id.js';
import { taxLines } from './tax-lines.js';

const now = 1_790_000_000;
const line = (subtotal: number, discount: number, behavior: string, index: number): Stripe.LineItem => ({
  id: `li_${index}`,
  object: 'item',
  adjustable_quantity: null,
  amount_discount: discount,
  amount_subtotal: subtotal,
  amount_tax: 0,
  amount_total: subtotal - discount,
  currency: 'usd',
  description: null,
  metadata: {},
  price: { tax_behavior: behavior } as Stripe.Price,
  quantity: 1,
});
const california = taxAt({ country: 'US', state: 'CA' }, false);
const germany = taxAt({ country: 'DE', state: null }, false);

describe('tax', () => {
  it.each<[string, string | null, boolean, number, string]>([
    ['US', 'CA', false, 7_250, 'standard_rated'],
    ['US', 'NY', false, 8_875, 'standard_rated'],
    ['US', 'OR', true, 0, 'not_subject_to_tax'],
    ['US', 'TX', false, 5_000, 'standard_rated'],
    ['DE', null, false, 19_000, 'standard_rated'],
    ['DE', null, true, 0, 'reverse_charge'],
    ['FI', null, false, 25_500, 'standard_rated'],
    ['GB', null, true, 20_000, 'standard_rated'],
    ['JP', null, false, 10_000, 'standard_rated'],
    ['CH', null, false, 0, 'not_collecting'],
  ])('in %s %s (business: %s) is %d thousandths of a percent, %s', (country, state, business, rate, reason) => {
    expect(taxAt({ country, state }, business)).toMatchObject({ rate, reason });
  });

  it.each([
    ['DE', 'de 123 456 789', 'eu_vat', 'DE123456789'],
    ['GR', 'EL123456789', 'eu_vat', 'EL123456789'],
    ['GB', 'GB123456789', 'gb_vat', 'GB123456789'],
    ['US', '12-3456789', 'us_ein', '123456789'],
  ])('knows a business of %s by %s', (country, text, type, value) => {
    expect(taxIdOf(country, text)).toEqual({ type, value });
  });

  it.each([
    ['DE', 'FR12345678901'],
    ['DE', 'DE12'],
    ['GR', 'GR123456789'],
    ['US', 'abc'],
    ['BR', '12345678901234'],
  ])('knows no business of %s by %s', (country, text) => {
    expect(taxIdOf(country, text)).toBeUndefined();
  });

  it('goes on top of exclusive prices and is found inside inclusive ones, after discounts', () => {
    const items = taxLines([line(10_000, 1_000, 'exclusive', 1), line(11_900, 0, 'inclusive', 2)], germany, now);
    expect(items.map((item) => [item.amount_tax, item.amount_total, item.taxes![0]!.taxable_amount])).toEqual([
      [1_710, 10_710, 9_000],
      [1_900, 11_900, 10_000],
    ]);
    expect(totalsOf(items)).toEqual({
      amount_subtotal: 21_900,
      amount_total: 22_610,
      total_details: { amount_discount: 1_000, amount_shipping: 0, amount_tax: 3_610 },
    });
    expect(breakdownOf(items).taxes.map((tax) => [tax.amount, tax.rate.inclusive, tax.taxable_amount])).toEqual([
      [1_710, false, 9_000],
      [1_900, true, 10_000],
    ]);
  });

  it('is rounded once and spread, so that lines, breakdown and totals always agree', () => {
    const lines = fc.array(
      fc.record({
        subtotal: fc.integer({ min: 0, max: 500_000 }),
        off: fc.integer({ min: 0, max: 100 }),
        behavior: fc.constantFrom('exclusive', 'inclusive', 'unspecified'),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(lines, fc.constantFrom(california, germany), (wanted, terms) => {
        const plain = wanted.map(({ subtotal, off, behavior }, index) =>
          line(subtotal, Math.floor((subtotal * off) / 100), behavior, index),
        );
        const items = taxLines(plain, terms, now);
        const { taxes } = breakdownOf(items);
        const totals = totalsOf(items);
        expect(taxes.reduce((sum, tax) => sum + tax.amount, 0)).toBe(totals.total_details!.amount_tax);
        for (const { amount, taxable_amount, rate } of taxes) {
          const exact = (taxable_amount! * terms.rate) / 100_000;
          // An inclusive price fixes the sum of both parts, so either may carry the rounding.
          expect(Math.abs(amount - exact)).toBeLessThanOrEqual(rate.inclusive ? 1 : 0.5);
        }
        for (const item of items) {
          const { taxable_amount, amount, rate } = item.taxes![0]!;
          expect(taxable_amount! + amount).toBe(item.amount_total);
          expect(item.amount_total).toBe(item.amount_subtotal - item.amount_discount + (rate.inclusive ? 0 : amount));
        }
      }),
    );
  });
});
