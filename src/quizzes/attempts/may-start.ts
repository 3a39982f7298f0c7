import { DomainError } from '../../shared/index.js';
import type { Quiz } from '../quiz.queries.js';
import { attemptsUsedUp, attemptWaits, coolingDown, examClosed, examNotOpen } from '../quizzes.errors.js';
import type { AttemptStatus } from './attempt.js';

/** What counts of an earlier attempt. A voided one counts only if whoever voided it said so. */
export interface EarlierAttempt {
  status: AttemptStatus;
  finishedAt: Date | null;
  passed: boolean | null;
  voided: boolean;
  voidCounts: boolean | null;
}

type Rules = Pick<Quiz, 'attempts' | 'coolDownHours' | 'opensAt' | 'closesAt'>;

const counting = (earlier: EarlierAttempt[]) => earlier.filter(({ voided, voidCounts }) => !voided || voidCounts);

export const attemptsUsed = (earlier: EarlierAttempt[]): number => counting(earlier).length;

/**
 * When the next attempt may begin, by the wait that grows with each failure: the first number of hours after the first
 * failure, and so on; the last one stands for all later failures. Counted from the end of the latest failure, which is
 * never after its deadline. Null when there is nothing to wait for.
 */
export function nextAttemptAt({ coolDownHours }: Pick<Rules, 'coolDownHours'>, earlier: EarlierAttempt[]): Date | null {
  const failures = counting(earlier).filter(({ passed, voided }) => passed === false || voided);
  const hours = coolDownHours[Math.min(failures.length, coolDownHours.length) - 1];
  if (failures.length === 0 || hours === undefined) return null;
  const latest = Math.max(...failures.map(({ finishedAt }) => finishedAt!.getTime()));
  return new Date(latest + hours * 3_600_000);
}

/** Throws what keeps the next attempt from beginning. `now` is the database's. */
export function refuseStart(rules: Rules, earlier: EarlierAttempt[], now: Date): void {
  if (rules.opensAt && now < rules.opensAt) throw examNotOpen(rules.opensAt);
  if (rules.closesAt && now >= rules.closesAt) throw examClosed(rules.closesAt);
  if (rules.attempts !== null && attemptsUsed(earlier) >= rules.attempts) throw attemptsUsedUp(rules.attempts);
  if (rules.attempts !== null && counting(earlier).some(({ status, passed }) => status !== 'live' && passed === null))
    throw attemptWaits();
  const next = nextAttemptAt(rules, earlier);
  if (next && now < next) throw coolingDown(next);
}

/** Why the next attempt cannot begin now, in a sentence; undefined when it can. */
export function whyNoStart(rules: Rules, earlier: EarlierAttempt[], now: Date): string | undefined {
  try {
    refuseStart(rules, earlier, now);
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
}
