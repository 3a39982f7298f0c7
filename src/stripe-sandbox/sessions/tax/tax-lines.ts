import type Stripe from 'stripe';
import { money, share, splitByLargestRemainder } from '../../../shared/index.js';
import type { TaxTerms } from './rates.js';

const whole = 100_000;

/** The lines with the tax of a place: on top of exclusive prices, out of inclusive ones, after discounts. */
export function taxLines(items: Stripe.LineItem[], terms: TaxTerms, now: number): Stripe.LineItem[] {
  const taxes = new Map<string, number>();
  for (const inclusive of [true, false]) {
    const alike = items.filter((item) => isInclusive(item) === inclusive);
    const parts = split(alike, terms.rate, inclusive ? whole + terms.rate : whole);
    alike.forEach((item, index) => taxes.set(item.id, parts[index]!));
  }
  return items.map((item) => withTax(item, taxes.get(item.id)!, terms, now));
}

const taxable = (item: Stripe.LineItem) => item.amount_subtotal - item.amount_discount;

/** A price that does not say is inclusive but in dollars of the US and Canada, as in Stripe's automatic setting. */
export function isInclusive({ price, currency }: Pick<Stripe.LineItem, 'price' | 'currency'>): boolean {
  const behavior = price?.tax_behavior ?? 'unspecified';
  return behavior === 'unspecified' ? !['usd', 'cad'].includes(currency) : behavior === 'inclusive';
}

/** Rounded once for all lines, then spread over them. */
function split(items: Stripe.LineItem[], rate: number, of: number): number[] {
  const amounts = items.map(taxable);
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  if (sum === 0) return amounts;
  const tax = share(money(sum, items[0]!.currency.toUpperCase()), rate, of);
  return splitByLargestRemainder(tax, amounts).map((part) => part.amount);
}

function withTax(item: Stripe.LineItem, tax: number, terms: TaxTerms, now: number): Stripe.LineItem {
  const inclusive = isInclusive(item);
  const base = taxable(item);
  return {
    ...item,
    amount_tax: tax,
    amount_total: inclusive ? base : base + tax,
    taxes: [
      {
        amount: tax,
        rate: rateOf(terms, inclusive, now),
        taxability_reason: terms.reason,
        taxable_amount: inclusive ? base - tax : base,
      },
    ],
  };
}

function rateOf({ rate, name, type, country, state }: TaxTerms, inclusive: boolean, now: number): Stripe.TaxRate {
  const percentage = rate / 1_000;
  const place = [country, state, rate, inclusive ? 'inclusive' : 'exclusive'].filter((part) => part !== null);
  return {
    id: `txr_${place.join('_').toLowerCase()}`,
    object: 'tax_rate',
    active: false,
    country,
    created: now,
    description: null,
    display_name: name,
    effective_percentage: percentage,
    flat_amount: null,
    inclusive,
    jurisdiction: state ?? country,
    jurisdiction_level: state ? 'state' : 'country',
    livemode: false,
    metadata: {},
    percentage,
    rate_type: 'percentage',
    state,
    tax_type: type,
  };
}
