import { type Money, money } from '../../shared/index.js';
import { noCreditBecause } from './no-credit.js';
import type { Holding, Owned } from './quote.js';
import { type LineDraft, reduced } from './quote-line.js';

/**
 * The second step of the stacking rule: what somebody paid for a course they still have comes off the share of that
 * course, never more than the share. Money of another currency gives no credit.
 */
export function withCredit(line: LineDraft, owned: Owned): LineDraft {
  return owned.holdings.reduce((before, holding) => {
    if (!owned.courseIds.includes(holding.courseId)) return before;
    const index = before.courses.findIndex((course) => course.id === holding.courseId);
    const course = before.courses[index];
    const credit = course ? creditOf(holding, course.amount) : 0;
    if (!course || credit === 0) return before;
    const { currency } = course.amount;
    const off = before.courses.map((_, position) => money(position === index ? credit : 0, currency));
    return reduced(before, off, {
      reason: 'upgrade_credit',
      label: `You own ${course.title}, bought in order ${holding.orderNumber}`,
      amount: money(-credit, currency),
      courseId: course.id,
      orderLineId: holding.orderLineId,
    });
  }, line);
}

const creditOf = ({ creditable }: Holding, left: Money): number =>
  creditable.currency === left.currency ? Math.max(0, Math.min(creditable.amount, left.amount)) : 0;

/** Says of courses somebody has without a credit why there is none. */
export const creditNotes = (line: LineDraft, owned: Owned): string[] =>
  line.courses
    .filter(({ id }) => owned.courseIds.includes(id) && !line.reasons.some((reason) => reason.courseId === id))
    .map(({ id, title }) => {
      const because = owned.withoutCredit?.find((each) => each.courseId === id)?.because;
      return `You already have ${title}. There is no credit for it${because ? `, because ${noCreditBecause[because]}` : ''}.`;
    });
