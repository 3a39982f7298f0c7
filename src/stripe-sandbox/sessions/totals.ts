import type Stripe from 'stripe';

type Session = Stripe.Checkout.Session;
type Totals = Pick<Session, 'amount_subtotal' | 'amount_total' | 'total_details'>;

const sum = (items: Stripe.LineItem[], field: 'amount_discount' | 'amount_subtotal' | 'amount_tax' | 'amount_total') =>
  items.reduce((total, item) => total + item[field], 0);

/** A session's totals are those of its lines. */
export const totalsOf = (items: Stripe.LineItem[]): Totals => ({
  amount_subtotal: sum(items, 'amount_subtotal'),
  amount_total: sum(items, 'amount_total'),
  total_details: {
    amount_discount: sum(items, 'amount_discount'),
    amount_shipping: 0,
    amount_tax: sum(items, 'amount_tax'),
  },
});

/** What `expand: ['total_details.breakdown']` shows: discounts and taxes over all lines. */
export function breakdownOf(items: Stripe.LineItem[]): Stripe.Checkout.Session.TotalDetails.Breakdown {
  const taxes = items.flatMap((item) => item.taxes ?? []);
  const discounts = items.flatMap((item) => item.discounts ?? []);
  return {
    discounts: gather(
      discounts,
      ({ discount }) => discount.id,
      (all, next) => ({ ...all, amount: all.amount + next.amount }),
    ),
    taxes: gather(
      taxes,
      ({ rate }) => rate.id,
      (all, next) => ({
        ...all,
        amount: all.amount + next.amount,
        taxable_amount: (all.taxable_amount ?? 0) + (next.taxable_amount ?? 0),
      }),
    ),
  };
}

function gather<T>(parts: T[], keyOf: (part: T) => string, join: (all: T, next: T) => T): T[] {
  const gathered = new Map<string, T>();
  for (const part of parts) {
    const before = gathered.get(keyOf(part));
    gathered.set(keyOf(part), before ? join(before, part) : part);
  }
  return [...gathered.values()];
}
