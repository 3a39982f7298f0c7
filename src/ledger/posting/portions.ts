import { money, splitByLargestRemainder } from '../../shared/index.js';

/**
 * What each thing gets of one of several payments (or refunds) that together pay for all of them: every payment is split
 * in proportion to what those before it left, so the last one comes out exact and nothing is ever paid twice.
 * @throws RangeError when more is paid than the things cost
 */
export function nextPortions(amount: number, costs: readonly number[], earlier: readonly number[]): number[] {
  const left = [...costs];
  for (const before of earlier) {
    for (const [index, part] of portions(before, left).entries()) left[index]! -= part;
  }
  return portions(amount, left);
}

/** Splits an amount over things in proportion to what is left of each; never more than that. */
export function portions(amount: number, left: readonly number[]): number[] {
  const whole = left.reduce((sum, each) => sum + each, 0);
  if (amount > whole || amount < 0) throw new RangeError(`${amount} cannot be split over ${whole}.`);
  if (amount === 0) return left.map(() => 0);
  return splitByLargestRemainder(money(amount, 'USD'), left).map((part) => part.amount);
}

/** As {@link portions}, with what goes beyond all of them as the last answer. */
export function portionsAndRest(amount: number, left: readonly number[]): { parts: number[]; rest: number } {
  const whole = left.reduce((sum, each) => sum + each, 0);
  const covered = Math.min(amount, whole);
  return { parts: portions(covered, left), rest: amount - covered };
}
