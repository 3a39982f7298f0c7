import type Stripe from 'stripe';
import { formatInstant, formatMoney, money } from '../../shared/index.js';
import { countryName } from './places.js';

/** "$249.00" of Stripe's lower-case currency. */
export const shown = (amount: number, currency: string): string => formatMoney(money(amount, currency.toUpperCase()));

/** "This page is open until 22 November 2026, 19:05 UTC (29 minutes from now)." Times are unix seconds. */
export function timeLeft(until: number, now: number): string {
  const minutes = Math.max(0, Math.floor((until - now) / 60));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [hours > 0 ? count(hours, 'hour') : '', rest > 0 || hours === 0 ? count(rest, 'minute') : ''];
  const left = parts.filter(Boolean).join(' and ');
  return `This page is open until ${formatInstant(new Date(until * 1_000))} (${left} from now). The price stays the same until then.`;
}

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** "Sales tax, CA, 7.25%", "VAT, DE, 19%, included in the price", "VAT, DE, reverse charge". */
export function taxLabel({
  rate,
  taxability_reason: reason,
}: Stripe.Checkout.Session.TotalDetails.Breakdown.Tax): string {
  const what = `${rate.display_name}, ${rate.jurisdiction}`;
  if (reason === 'reverse_charge') return `${what}, reverse charge`;
  if (reason === 'not_collecting') return `${what}, not collected`;
  return `${what}, ${rate.percentage}%${rate.inclusive ? ', included in the price' : ''}`;
}

/** "94105, CA, United States" and, for a business, its tax id. */
export function placeText(known: Stripe.Checkout.Session.CustomerDetails | null): string {
  const { address, tax_ids } = known ?? {};
  const parts = [
    address?.line1,
    address?.postal_code,
    address?.city,
    address?.state,
    countryName(address?.country ?? ''),
  ];
  return [...parts, tax_ids?.[0]?.value && `tax id ${tax_ids[0].value}`].filter(Boolean).join(', ');
}
