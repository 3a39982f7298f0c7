import { accounts } from '../../journal/accounts.js';

/** What 5030 means where it appears: it reads like a loss, and mostly is none. */
export function ExchangeNote({ lines }: { lines: { code: string }[] }): JSX.Element {
  if (!lines.some(({ code }) => code === accounts.exchange)) return '';
  return (
    <p class="soft">
      5030 FX difference stands in each currency for what was sold in one and settled by Stripe in another: in the
      currency of the sale as an expense, in the currency of the balance with the opposite sign. Taken together at the
      rate of the day, what is left is the gain or loss by exchange.
    </p>
  );
}
