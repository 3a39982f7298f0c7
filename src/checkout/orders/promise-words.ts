import { type RefundPolicy } from '../../bundles/index.js';
import { formatDate, formatInstant, formatMoney, type Money, money } from '../../shared/index.js';
import type { CheckoutPromise } from './checkout-promise.js';

/** The promise in sentences, before paying, on the receipt and in the mail. `isOpen`: it can still be paid, so its price is kept. */
export function promiseWords(
  promise: CheckoutPromise,
  total: Money,
  { isOpen }: { isOpen: boolean },
): { term: string; detail: string }[] {
  const { editions, access, refund, certificate, price, plan } = promise;
  return [
    { term: 'Courses', detail: editions.map(({ title, number }) => `${title} (edition ${number})`).join('; ') },
    { term: 'Access', detail: accessWords(access.days) },
    { term: 'Money back', detail: refundWords(refund, total.currency) },
    { term: 'Certificate', detail: certificate },
    { term: 'Price', detail: isOpen ? priceWords(total, price) : settledPrice(total, price) },
    ...(plan ? [{ term: 'Instalments', detail: planWords(plan) }] : []),
  ];
}

export const accessWords = (days: number | null): string =>
  days === null ? 'No end date.' : `${days} days, counted from when it opens.`;

export function refundWords(policy: RefundPolicy, currency: string): string {
  if (policy.days === 0) return 'This sale is final: no money back once it is paid.';
  const studied =
    policy.maxProgressPercent < 100 ? `, as long as at most ${policy.maxProgressPercent}% of it is studied` : '';
  return `Within ${policy.days} days of payment${studied}. ${feeWords(policy, currency)}`;
}

function feeWords({ feePercent, feeFixed }: RefundPolicy, currency: string): string {
  const parts = [
    ...(feePercent > 0 ? [`${feePercent}% of the price`] : []),
    ...(feeFixed > 0 ? [formatMoney(money(feeFixed, currency))] : []),
  ];
  return parts.length > 0 ? `We keep ${parts.join(' and ')}.` : 'No fee is deducted.';
}

function priceWords(total: Money, { offer, lockedUntil }: CheckoutPromise['price']): string {
  const kept = `${formatMoney(total)}, kept for you until ${formatInstant(new Date(lockedUntil))}`;
  return offer ? `${kept}, also if the offer ends before (${offer.name}).` : `${kept}.`;
}

const settledPrice = (total: Money, { offer }: CheckoutPromise['price']): string =>
  `${formatMoney(total)}${offer ? `, by the offer ${offer.name}` : ''}.`;

function planWords({ instalments, graceDays }: NonNullable<CheckoutPromise['plan']>): string {
  const parts = instalments.map(({ amount, dueAt }, index) =>
    index === 0 ? `${formatMoney(amount)} now` : `${formatMoney(amount)} on ${formatDate(new Date(dueAt))}`,
  );
  return `${parts.join(', ')}. If one is not paid within ${graceDays} days, access pauses until it is.`;
}
