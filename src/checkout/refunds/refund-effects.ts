import { formatMoney } from '../../shared/index.js';
import type { EarnedCertificate } from '../../enrollment/index.js';
import type { SoldOrder } from './refund-case.js';
import type { RefundQuote } from './refund-quote.js';

/** What a refund would do, in numbers, before anybody clicks. */
export interface RefundEffects {
  learners: number;
  courses: number;
  certificates: EarnedCertificate[];
  /** Never charged any more. */
  instalments: { count: number; amount: number };
}

export function effectsOf(order: SoldOrder, quote: RefundQuote, certificates: EarnedCertificate[]): RefundEffects {
  const lines = order.lines.filter((line) => quote.lines.some((quoted) => quoted.lineId === line.id));
  return {
    learners: lines.reduce((most, line) => Math.max(most, line.effects.people.length), 0),
    courses: lines.reduce((sum, line) => sum + line.courses.filter(({ closed }) => !closed).length, 0),
    certificates,
    instalments: order.instalments,
  };
}

/** "Removes access for 1 learner to 2 courses, refunds $265.00. 1 certificate stays valid." */
export function effectSentence(
  quote: RefundQuote,
  { learners, courses, certificates, instalments }: RefundEffects,
): string {
  const access =
    learners > 0
      ? `Removes access for ${counted(learners, 'learner')} to ${counted(courses, 'course')}`
      : 'Removes no access';
  const kept =
    certificates.length > 0
      ? ` ${counted(certificates.length, 'certificate')} stay${certificates.length === 1 ? 's' : ''} valid.`
      : '';
  const open = formatMoney({ amount: instalments.amount, currency: quote.currency });
  const cancelled =
    instalments.count > 0 ? ` ${counted(instalments.count, 'instalment')} of ${open} in all will not be charged.` : '';
  return `${access}, refunds ${formatMoney(quote.total)}.${cancelled}${kept}`;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
