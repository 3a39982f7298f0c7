import type { PaymentPlan } from '../../bundles/index.js';
import { type Money, splitByLargestRemainder } from '../../shared/index.js';

/** One part of a price and when it is due. */
export interface PlannedInstalment {
  dueAt: string;
  amount: Money;
}

/** Equal parts that sum to the total, the first one due at once, the odd units in the first ones. */
export function planSchedule(total: Money, plan: PaymentPlan, from: Date): PlannedInstalment[] {
  const parts = splitByLargestRemainder(
    total,
    Array.from({ length: plan.instalments }, () => 1),
  );
  return parts.map((amount, index) => ({
    dueAt: monthsAfter(from, index * plan.everyMonths).toISOString(),
    amount,
  }));
}

/** The same day and time so many months later in UTC, or the last day of a shorter month. */
export function monthsAfter(from: Date, months: number): Date {
  const later = new Date(from);
  later.setUTCDate(1);
  later.setUTCMonth(later.getUTCMonth() + months);
  const lastDay = new Date(later);
  lastDay.setUTCMonth(lastDay.getUTCMonth() + 1, 0);
  later.setUTCDate(Math.min(from.getUTCDate(), lastDay.getUTCDate()));
  return later;
}
