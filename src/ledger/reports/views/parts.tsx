import { formatMoney, money } from '../../../shared/index.js';
import { EmptyState } from '../../../web/index.js';

/** An amount in minor units; with `href` a link to what it is made of. */
export function Figure({ amount, currency, href }: { amount: number; currency: string; href?: string }): JSX.Element {
  const text = formatMoney(money(amount, currency));
  if (!href) return <span safe>{text}</span>;
  return (
    <a href={href} safe>
      {text}
    </a>
  );
}

export const EmptyBooks = (): JSX.Element => (
  <EmptyState
    icon="book-open"
    title="Nothing is booked here yet"
    text="Sales, refunds, disputes and payouts are booked by themselves, minutes after they happen at Stripe."
  />
);
