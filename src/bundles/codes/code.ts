import { type Money, money } from '../../shared/index.js';
import * as errors from '../bundles.errors.js';

/** A promotion code with its terms, and how often it was used. */
export interface Code {
  id: string;
  code: string;
  percent: number | null;
  /** Fixed amount in the market of the quote; null if it has none there. */
  amount: number | null;
  startsAt: Date;
  endsAt: Date;
  totalLimit: number | null;
  personLimit: number | null;
  withOffers: boolean;
  everyProduct: boolean;
  productIds: string[];
  withdrawn: boolean;
  used: number;
  usedByPerson: number;
}

/** Letters as they are typed, spaces and case aside. */
export const normalCode = (typed: string): string => typed.trim().toUpperCase().replace(/\s+/g, '');

/** @throws DomainError at the field `code` */
export function refuseUnusable(code: Code | undefined, at: Date): asserts code is Code {
  if (!code || code.withdrawn || at < code.startsAt) throw errors.codeUnknown();
  if (at >= code.endsAt) throw errors.codeEnded(code.endsAt);
  if (code.percent === null && code.amount === null) throw errors.codeNotHere();
  if (code.personLimit !== null && code.usedByPerson >= code.personLimit) throw errors.codeUsedByYou();
  if (code.totalLimit !== null && code.used >= code.totalLimit) throw errors.codeUsedUp();
}

/** Whether it counts for a line, and if not, why, as a sentence. */
export function skipReason(
  code: Code,
  line: { productId: string; title: string; onOffer: boolean },
): string | undefined {
  if (!code.everyProduct && !code.productIds.includes(line.productId)) {
    return `${code.code} does not count for “${line.title}”.`;
  }
  if (line.onOffer && !code.withOffers) {
    return `${code.code} does not count together with the offer on “${line.title}”.`;
  }
  return undefined;
}

export const codeLabel = (code: Code, fixed: (amount: Money) => string, currency: string): string =>
  code.percent !== null
    ? `Code ${code.code}, ${code.percent} %`
    : `Code ${code.code}, ${fixed(money(code.amount!, currency))}`;
