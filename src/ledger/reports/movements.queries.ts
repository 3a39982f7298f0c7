import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { DayRange } from './asked-days.js';

/** How deferred revenue came from one day to another; minor units of one currency. What reduces it is positive too. */
export interface DeferredMovement {
  courseId: string | null;
  /** First day of the month of sale. */
  cohort: string | null;
  open: number;
  sold: number;
  recognised: number;
  /** Refunded, less refunds that failed, and lost to disputes. */
  returned: number;
  /** By hand: corrections, reversals and opening balances. */
  corrected: number;
  close: number;
}

/** How the tax that is owed to one jurisdiction came from one day to another. */
export interface TaxMovement {
  currency: string;
  jurisdiction: string | null;
  open: number;
  charged: number;
  refunded: number;
  /** Handed over and corrected, by hand. */
  paid: number;
  close: number;
}

/** Where balances that are carried on come from. Reads days. */
@Injectable()
export class MovementQueries {
  constructor(private readonly db: Database) {}

  /** By course and month of sale; what was and is nothing is left out. */
  deferred(currency: string, { from, to }: DayRange): Promise<DeferredMovement[]> {
    return this.db.rows<DeferredMovement>(
      `SELECT * FROM (
         SELECT course_id AS "courseId", cohort,
           coalesce(sum(credit - debit) FILTER (WHERE day < $2::date), 0)::bigint AS open,
           coalesce(sum(credit - debit) FILTER (WHERE day >= $2::date AND kind = 'sale'), 0)::bigint AS sold,
           coalesce(sum(debit - credit) FILTER (WHERE day >= $2::date AND kind = 'recognition'), 0)::bigint AS recognised,
           coalesce(sum(debit - credit) FILTER (WHERE day >= $2::date
             AND kind IN ('refund', 'refund_failure', 'dispute_lost')), 0)::bigint AS returned,
           coalesce(sum(credit - debit) FILTER (WHERE day >= $2::date
             AND kind NOT IN ('sale', 'recognition', 'refund', 'refund_failure', 'dispute_lost')), 0)::bigint AS corrected,
           sum(credit - debit)::bigint AS close
         FROM daily_balances WHERE account = '2100' AND currency = $1 AND day <= $3::date GROUP BY course_id, cohort
       ) AS m WHERE (m.open, m.sold, m.recognised, m.returned, m.corrected, m.close) <> (0, 0, 0, 0, 0, 0)
       ORDER BY cohort NULLS FIRST, "courseId"`,
      [currency, from, to],
    );
  }

  tax({ from, to }: DayRange): Promise<TaxMovement[]> {
    return this.db.rows<TaxMovement>(
      `SELECT * FROM (
         SELECT currency, jurisdiction,
           coalesce(sum(credit - debit) FILTER (WHERE day < $1::date), 0)::bigint AS open,
           coalesce(sum(credit - debit) FILTER (WHERE day >= $1::date AND kind = 'sale'), 0)::bigint AS charged,
           coalesce(sum(debit - credit) FILTER (WHERE day >= $1::date
             AND kind IN ('refund', 'refund_failure')), 0)::bigint AS refunded,
           coalesce(sum(debit - credit) FILTER (WHERE day >= $1::date
             AND kind NOT IN ('sale', 'refund', 'refund_failure')), 0)::bigint AS paid,
           sum(credit - debit)::bigint AS close
         FROM daily_balances WHERE account = '2200' AND day <= $2::date GROUP BY currency, jurisdiction
       ) AS m WHERE (m.open, m.charged, m.refunded, m.paid, m.close) <> (0, 0, 0, 0, 0)
       ORDER BY currency, jurisdiction NULLS LAST`,
      [from, to],
    );
  }
}
