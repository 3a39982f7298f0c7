import { Injectable } from '@nestjs/common';
import { type Holding, Holdings, type NoCredit, type Owned } from '../../bundles/index.js';
import { Database, type Runner } from '../../database/index.js';
import { EnrollmentQueries } from '../../enrollment/index.js';
import { money } from '../../shared/index.js';

/** An order whose use of a credit still counts: it is paid, or can be. */
export const creditStands = (order: string): string => `${order}.status NOT IN ('expired', 'refunded')`;

/** The same of an order that is paid, or whose bank is confirming it: nobody can end it any more. */
export const creditSpent = (order: string): string => `${order}.status NOT IN ('pending', 'expired', 'refunded')`;

/** A line of which something is not closed by a refund. */
export const lineStands = (line: string): string => `
  EXISTS (SELECT FROM order_line_courses k WHERE k.order_line_id = ${line} AND NOT EXISTS (
    SELECT FROM refund_lines kr JOIN refunds kf ON kf.id = kr.refund_id
    WHERE kr.order_line_id = k.order_line_id AND kr.course_id = k.course_id AND kr.closes AND kf.status <> 'failed'))`;

/** What was used of the credit of a course of a line, by lines of orders that stand. */
export const creditUsed = (line: string, course: string, stands = creditStands): string => `
  (SELECT coalesce(sum(u.amount), 0) FROM upgrade_credits u
   JOIN order_lines ul ON ul.id = u.order_line_id JOIN orders uo ON uo.id = ul.order_id
   WHERE u.from_order_line_id = ${line} AND u.course_id = ${course} AND ${stands('uo')}
     AND ${lineStands('ul.id')})`;

/** What was given back for a course of a line, or is about to be. */
export const refundedOf = (line: string, course: string, column: 'amount' | 'tax' = 'amount'): string => `
  (SELECT coalesce(sum(r.${column}), 0) FROM refund_lines r JOIN refunds f ON f.id = r.refund_id
   WHERE r.order_line_id = ${line} AND r.course_id = ${course} AND f.status <> 'failed')`;

/** What a refund kept of a course when it closed, because it was credited then; less what went back since. */
export const withheldOf = (line: string, course: string): string => `
  coalesce((SELECT greatest(0, r.credited - (SELECT coalesce(sum(s.amount), 0)
      FROM refund_lines s JOIN refunds sf ON sf.id = s.refund_id
      WHERE s.order_line_id = ${line} AND s.course_id = ${course} AND sf.status <> 'failed' AND sf.id > f.id))
   FROM refund_lines r JOIN refunds f ON f.id = r.refund_id
   WHERE r.order_line_id = ${line} AND r.course_id = ${course} AND r.closes AND f.status <> 'failed'
   ORDER BY f.id LIMIT 1), 0)`;

/** Whether a refund of a line is asked for and not decided yet. */
const refundAsked = (line: string): string => `
  EXISTS (SELECT FROM refund_requests q, jsonb_array_elements(q.quote -> 'lines') ql
    WHERE q.decision IS NULL AND q.order_id = o.id AND ql ->> 'lineId' = ${line}::text)`;

/** The courses a person has, and what they paid for those they bought for themselves. */
@Injectable()
export class OrderHoldings extends Holdings {
  constructor(
    private readonly db: Database,
    private readonly enrollments: EnrollmentQueries,
  ) {
    super();
  }

  async of(personId: string, runner: Runner = this.db): Promise<Owned> {
    const courseIds = await this.enrollments.ownedCourseIds(personId, runner);
    if (courseIds.length === 0) return { courseIds, holdings: [] };
    const bought = await runner.rows<Bought>(boughtFor, [personId, courseIds]);
    const holdings = bought.filter(({ left, isPaid, isAsked }) => isPaid && !isAsked && left > 0).map(holdingOf);
    const without = courseIds.filter((id) => !holdings.some(({ courseId }) => courseId === id));
    return { courseIds, holdings, withoutCredit: without.map((courseId) => reasonFor(courseId, bought)) };
  }
}

interface Bought {
  courseId: string;
  orderLineId: string;
  orderNumber: string;
  currency: string;
  left: number;
  /** All of it, where it is paid in instalments. */
  isPaid: boolean;
  /** A refund of it is being decided. */
  isAsked: boolean;
}

const boughtFor = `
  SELECT c.course_id AS "courseId", l.id AS "orderLineId", o.number AS "orderNumber", o.currency,
         (c.amount - ${creditUsed('l.id', 'c.course_id')} - ${refundedOf('l.id', 'c.course_id')}
           + CASE o.tax_display WHEN 'added' THEN ${refundedOf('l.id', 'c.course_id', 'tax')} ELSE 0 END)::bigint AS left,
         o.plan IS NULL
           OR NOT EXISTS (SELECT FROM instalments i WHERE i.order_id = o.id AND i.paid_at IS NULL) AS "isPaid",
         ${refundAsked('l.id')} AS "isAsked"
  FROM orders o JOIN order_lines l ON l.order_id = o.id JOIN order_line_courses c ON c.order_line_id = l.id
  WHERE o.person_id = $1 AND c.course_id = ANY($2::uuid[]) AND o.purpose = 'self'
    AND o.status IN ('paid', 'partially_refunded')
  ORDER BY o.settled_at, l.position`;

const holdingOf = ({ courseId, orderLineId, orderNumber, left, currency }: Bought): Holding => ({
  courseId,
  orderLineId,
  orderNumber,
  creditable: money(left, currency),
});

function reasonFor(courseId: string, bought: readonly Bought[]): { courseId: string; because: NoCredit } {
  const mine = bought.filter((each) => each.courseId === courseId);
  if (mine.some(({ isPaid }) => !isPaid)) return { courseId, because: 'plan' };
  if (mine.some(({ isAsked }) => isAsked)) return { courseId, because: 'refund' };
  return { courseId, because: mine.length > 0 ? 'spent' : 'staff' };
}
