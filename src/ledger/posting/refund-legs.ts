import type { BookedRefund } from '../../checkout/index.js';
import { type Deferral, type DeferralMove, giveBack, keptOf } from '../deferred/deferral.js';
import { accounts } from '../journal/accounts.js';
import type { Posting } from '../journal/entry.js';
import { nextPortions, portionsAndRest } from './portions.js';

export interface Returned {
  legs: Posting[];
  moves: DeferralMove[];
}

/** Where what is earned goes when it is given back: an allowance, or a loss to a bank. */
type EarnedAccount = typeof accounts.allowances | typeof accounts.chargebacks;

/**
 * What part of a refund goes back of each course: its net from what is deferred and what is earned, its tax from what is
 * owed. What exceeds the net that was booked of a course is an allowance.
 */
export function refundLegs(refund: BookedRefund, deferrals: readonly Deferral[]): Returned {
  const { currency, courses, earlier, amount } = refund;
  if (refund.isOwedBack) return { legs: [{ account: accounts.refundLiability, currency, amount }], moves: [] };
  const nets = courses.map((course) => course.amount - course.tax);
  const taxes = courses.map((course) => course.tax);
  const back = nextPortions(amount, [...nets, ...taxes], earlier);
  const tax = back.slice(courses.length).reduce((sum, each) => sum + each, 0);
  const parts = courses.map(({ lineId, courseId }, index) =>
    returnOf(
      back[index]!,
      deferrals.filter((each) => each.lineId === lineId && each.courseId === courseId),
      { currency, earned: accounts.allowances },
    ),
  );
  const legs = parts.flatMap((part) => part.legs);
  const owed = { account: accounts.tax, currency, amount: tax, jurisdiction: refund.jurisdiction ?? undefined };
  return { legs: [...legs, owed], moves: parts.flatMap((part) => part.moves) };
}

/** Gives an amount back of some deferrals, in proportion to what is kept of each. */
export function returnOf(
  amount: number,
  deferrals: readonly Deferral[],
  { currency, earned }: { currency: string; earned: EarnedAccount },
): Returned {
  const { parts, rest } = portionsAndRest(amount, deferrals.map(keptOf));
  const returned = deferrals.map((deferral, index) => ({ deferral, ...giveBack(deferral, parts[index]!) }));
  const legs = returned.flatMap(({ deferral: { courseId, productId, cohort }, deferred, recognised }) => [
    { account: accounts.deferred, currency, courseId, productId, cohort, amount: deferred },
    { account: earned, currency, courseId, productId, cohort, amount: recognised },
  ]);
  const moves = returned.flatMap(({ deferral: { lineId, courseId, unit }, deferred, recognised }) => [
    { lineId, courseId, unit, kind: 'returned_deferred' as const, amount: deferred },
    { lineId, courseId, unit, kind: 'returned_recognised' as const, amount: recognised },
  ]);
  return { legs: [...legs, { account: earned, currency, amount: rest }], moves };
}
