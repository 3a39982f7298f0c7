import { formatInstant, formatMoney, money } from '../../shared/index.js';

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
