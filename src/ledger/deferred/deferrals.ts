import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import type { Deferral, DeferralMove } from './deferral.js';

/** How long what was sold takes to be earned. */
export interface EarningTerms {
  policy: 'term' | 'estimate' | 'completion';
  days: number | null;
  /** The day access opens; null: not yet. */
  startsOn: string | null;
}

export interface NewDeferral extends EarningTerms {
  lineId: string;
  courseId: string;
  unit: number;
  orderId: string;
  productId: string;
  currency: string;
  cohort: string;
}

const columns = `order_line_id AS "lineId", course_id AS "courseId", unit, product_id AS "productId", currency, cohort, sold,
  recognised, returned_deferred AS "returnedDeferred", returned_recognised AS "returnedRecognised"`;

/** The sub-ledger of deferred revenue. Whoever changes it holds the journal's lock. */
@Injectable()
export class Deferrals {
  /** Those that are there already (from an earlier instalment) stay as they are. */
  async open(tx: Tx, rows: readonly NewDeferral[]): Promise<void> {
    if (rows.length === 0) return;
    await tx.rows(
      `INSERT INTO deferrals (order_line_id, course_id, unit, order_id, product_id, currency, cohort, policy, days, starts_on)
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::uuid[], $5::uuid[], $6::text[], $7::date[], $8::text[],
         $9::int[], $10::date[]) ON CONFLICT DO NOTHING`,
      [
        rows.map(({ lineId }) => lineId),
        rows.map(({ courseId }) => courseId),
        rows.map(({ unit }) => unit),
        rows.map(({ orderId }) => orderId),
        rows.map(({ productId }) => productId),
        rows.map(({ currency }) => currency),
        rows.map(({ cohort }) => cohort),
        rows.map(({ policy }) => policy),
        rows.map(({ days }) => days),
        rows.map(({ startsOn }) => startsOn),
      ],
    );
  }

  ofOrder(tx: Tx, orderId: string): Promise<Deferral[]> {
    return tx.rows<Deferral>(
      `SELECT ${columns} FROM deferrals WHERE order_id = $1 ORDER BY order_line_id, course_id, unit`,
      [orderId],
    );
  }

  movesOf(tx: Tx, entry: number): Promise<DeferralMove[]> {
    return tx.rows<DeferralMove>(
      `SELECT order_line_id AS "lineId", course_id AS "courseId", unit, kind, amount FROM deferral_moves
       WHERE entry = $1 ORDER BY order_line_id, course_id, unit, kind`,
      [entry],
    );
  }

  /** Writes moves of entries and the sums that follow from them. */
  async move(tx: Tx, moves: readonly (DeferralMove & { entry: number })[]): Promise<void> {
    const real = moves.filter(({ amount }) => amount !== 0);
    if (real.length === 0) return;
    await tx.rows(
      `WITH moved AS (
         INSERT INTO deferral_moves (entry, order_line_id, course_id, unit, kind, amount)
         SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::bigint[])
         RETURNING order_line_id, course_id, unit, kind, amount
       ), sums AS (
         SELECT order_line_id, course_id, unit,
           coalesce(sum(amount) FILTER (WHERE kind = 'sold'), 0) AS sold,
           coalesce(sum(amount) FILTER (WHERE kind = 'recognised'), 0) AS recognised,
           coalesce(sum(amount) FILTER (WHERE kind = 'returned_deferred'), 0) AS returned_deferred,
           coalesce(sum(amount) FILTER (WHERE kind = 'returned_recognised'), 0) AS returned_recognised
         FROM moved GROUP BY order_line_id, course_id, unit
       )
       UPDATE deferrals d SET sold = d.sold + s.sold, recognised = d.recognised + s.recognised,
         returned_deferred = d.returned_deferred + s.returned_deferred,
         returned_recognised = d.returned_recognised + s.returned_recognised
       FROM sums s WHERE (d.order_line_id, d.course_id, d.unit) = (s.order_line_id, s.course_id, s.unit)`,
      [
        real.map(({ entry }) => entry),
        real.map(({ lineId }) => lineId),
        real.map(({ courseId }) => courseId),
        real.map(({ unit }) => unit),
        real.map(({ kind }) => kind),
        real.map(({ amount }) => amount),
      ],
    );
  }
}
