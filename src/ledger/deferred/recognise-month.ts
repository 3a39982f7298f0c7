import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { accounts } from '../journal/accounts.js';
import type { Posting } from '../journal/entry.js';
import { lastDay, nextMonth } from '../journal/months.js';
import { lockJournal, PostEntries } from '../journal/post-entries.js';

const kept = 'd.sold - d.returned_deferred - d.returned_recognised';
const earned = 'd.recognised - d.returned_recognised';

/**
 * What is earned of each deferral before a day, less what is recognised already: all of it once its access has
 * ended or, of lifetime access, its course is completed; over a term the whole days of it. Rounded down, so that the last
 * period takes what is left. `day`: the parameter that holds the day.
 */
export const dueUntil = (day: '$1' | '$2') => `
  SELECT * FROM (
    SELECT d.order_line_id, d.course_id, d.unit, d.product_id, d.currency, d.cohort,
      CASE
        WHEN d.ended_on < ${day} OR (d.policy <> 'term' AND d.completed_on < ${day}) THEN ${kept}
        WHEN d.policy = 'completion' OR d.starts_on IS NULL OR d.starts_on >= ${day} THEN 0
        ELSE (${kept}) * least(${day}::date - d.starts_on, d.days) / d.days
      END - (${earned}) AS amount
    FROM deferrals d WHERE d.sold - d.recognised - d.returned_deferred > 0) AS d
  WHERE d.amount > 0`;
const due = dueUntil('$1');

interface Sum {
  currency: string;
  courseId: string;
  productId: string;
  cohort: string;
  amount: number;
}

/** Recognises what was earned until the end of a month. Repeated, it posts what has come to be due since, or nothing. */
@Injectable()
export class RecogniseMonth {
  constructor(private readonly posting: PostEntries) {}

  /** `month`: its first day. @returns the number of the entry, if anything was due */
  async execute(tx: Tx, month: string): Promise<number | undefined> {
    await lockJournal(tx);
    const end = nextMonth(month);
    const sums = await tx.rows<Sum>(
      `SELECT currency, course_id AS "courseId", product_id AS "productId", cohort, sum(amount)::bigint AS amount
       FROM (${due}) AS due GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
      [end],
    );
    if (sums.length === 0) return undefined;
    const entry = await this.post(tx, month, sums);
    await tx.rows(
      `WITH due AS (${due}), moved AS (
         INSERT INTO deferral_moves (entry, order_line_id, course_id, unit, kind, amount)
         SELECT $2, order_line_id, course_id, unit, 'recognised', amount FROM due)
       UPDATE deferrals d SET recognised = d.recognised + due.amount FROM due
       WHERE (d.order_line_id, d.course_id, d.unit) = (due.order_line_id, due.course_id, due.unit)`,
      [end, entry],
    );
    return entry;
  }

  private async post(tx: Tx, month: string, sums: readonly Sum[]): Promise<number> {
    const before = await tx.row<{ times: number }>(
      `SELECT count(*) AS times FROM journal_entries WHERE source_kind = 'period' AND source_id = $1`,
      [month],
    );
    const [number] = await this.posting.post(tx, [
      {
        date: lastDay(month),
        kind: 'recognition',
        description: `Revenue earned until ${lastDay(month)}`,
        source: { kind: 'period', id: month, purpose: `recognition-${before!.times + 1}` },
        postings: sums.flatMap((sum) => legs(sum)),
      },
    ]);
    return number!;
  }
}

const legs = ({ amount, ...about }: Sum): Posting[] => [
  { ...about, account: accounts.deferred, amount },
  { ...about, account: accounts.revenue, amount: -amount },
];
