import { formatMoney } from '../../../shared/index.js';
import type { PaymentPlan } from '../sale-terms.js';
import type { PolicyVersion } from '../terms-desk.queries.js';

export const accessWords = (days: number | null): string => (days === null ? 'no end date' : `${days} days`);

export function planWords(plan: PaymentPlan | null): string {
  if (!plan) return 'in one payment';
  const every = plan.everyMonths === 1 ? 'month' : `${plan.everyMonths} months`;
  return `${plan.instalments} instalments, one every ${every}; access pauses ${plan.graceDays} days after a missed one`;
}

export function policyWords({ days, maxProgressPercent, feePercent, fees }: PolicyVersion): string {
  if (days === 0) return 'no refund';
  const parts = [...(feePercent > 0 ? [`${feePercent}%`] : []), ...fees.map(({ fee }) => formatMoney(fee))];
  const fee = parts.length === 0 ? 'no fee' : `a fee of ${parts.join(', ')}`;
  return `${days} days, up to ${maxProgressPercent}% studied, ${fee}`;
}
