import { formatMoney } from '../../shared/index.js';
import type { Review } from './review.queries.js';
import { words } from './story-words.js';

/** What each reason means and what staff can do about it. */
const meanings: Record<string, { title: string; help: string }> = {
  payment_mismatch: {
    title: 'The payment does not fit the order',
    help: 'Nothing was granted. Compare what was expected with what Stripe says; refund the payment at Stripe, or grant the access by hand.',
  },
  paid_twice: {
    title: 'Paid for what the buyer already had',
    help: 'Two payments gave the same courses. Refund this order, unless the buyer wants to keep both.',
  },
  paid_after_refund: {
    title: 'An instalment was paid after the order was refunded',
    help: 'It goes back by itself. If it still waits here, that was refused, most often because the payment is disputed: refund what is left of the order, with the note that it was paid too late.',
  },
  oversold: {
    title: 'Paid after the last seat of the offer was gone',
    help: 'The buyer has paid the offer price and keeps it. Decide whether the offer may hold one more seat.',
  },
  refund_failed: {
    title: 'The bank could not take a refund',
    help: 'Access was given back. Ask the buyer for another way to send the money.',
  },
  ineligible_not_refunded: {
    title: 'Not eligible, and not refunded',
    help: 'The buyer may not take what they paid for, but the refund was refused, most often because the payment is disputed. Refund it when that is over.',
  },
  credit_not_returned: {
    title: 'A credit could not be given back',
    help: 'The course it came from was refunded less this credit, and what the credit paid for has ended since. Refund it when no bank holds the money any more.',
  },
  credit_gone: {
    title: 'The money behind a credit went back',
    help: 'This order was cheaper by a credit, and the payment that credit came from went back to the buyer. Ask the buyer for the difference, refund this order, or leave it.',
  },
  unallocated_refund: {
    title: 'A refund at Stripe belongs to no line yet',
    help: 'Say which lines it was for, so that access and books follow.',
  },
};

export const reviewTitle = (reason: string): string => meanings[reason]?.title ?? sentence(words(reason));
export const reviewHelp = (reason: string): string =>
  meanings[reason]?.help ?? 'Read the order’s story, decide, and write down what you decided.';

/** One property, as the order has it and as it was seen; null where only one side has it. */
export interface Compared {
  what: string;
  expected: string | null;
  seen: string | null;
  differs: boolean;
}

/** What was expected beside what was seen. */
export function compare({ order, seen }: Review): Compared[] {
  const amount = typeof seen.amount === 'number' ? seen.amount : undefined;
  const currency = text(seen.currency) ?? order.currency;
  const named = new Set(['amount', 'currency', 'orderId', 'sessionId']);
  const rows: Compared[] = [
    row('Amount', shown(order.total, order.currency), amount === undefined ? null : shown(amount, currency)),
    row('Order', order.id, text(seen.orderId) ?? null),
    row('Stripe session', order.sessionId, text(seen.sessionId) ?? null),
  ].filter((each) => each.seen !== null);
  const others = Object.entries(seen).filter(([name]) => !named.has(name));
  return [...rows, ...others.map(([name, value]) => row(label(name), null, text(value) ?? JSON.stringify(value)))];
}

const row = (what: string, expected: string | null, seen: string | null): Compared => ({
  what,
  expected,
  seen,
  differs: expected !== null && seen !== null && expected !== seen,
});

const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

/** An amount in a currency that is not known here is shown as Stripe wrote it. */
function shown(amount: number, currency: string): string {
  return /^[A-Z]{3}$/.test(currency) ? formatMoney({ amount, currency }) : `${amount} ${currency}`;
}

/** "paymentIntent" → "Payment intent" */
const label = (name: string): string =>
  sentence(words(name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)));
const sentence = (words_: string): string => words_.charAt(0).toUpperCase() + words_.slice(1);
