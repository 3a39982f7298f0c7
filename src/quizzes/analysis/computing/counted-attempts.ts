import type { Tx } from '../../../database/index.js';
import type { Which } from '../analysis.js';
import type { PaperSeries } from '../statistics/paper-statistics.js';

export interface CountedAttempts extends PaperSeries {
  /** Not all papers have the same items. */
  random: boolean;
}

/**
 * Numbers the graded attempts of a quiz from the lowest total to the highest, for this transaction; voided ones are out.
 * Of a person's attempts the first or the last that counts is taken, or all. Totals are summed from the marks as they
 * stand today, so that item and total always belong together.
 */
export async function countAttempts(tx: Tx, quizId: string, which: Which): Promise<CountedAttempts> {
  await tx.execute("SET LOCAL work_mem = '64MB'; DROP TABLE IF EXISTS counted_attempts");
  await tx.rows(
    `CREATE TEMPORARY TABLE counted_attempts ON COMMIT DROP AS
     SELECT (row_number() OVER (ORDER BY m.total, a.id) - 1)::integer AS n, a.id, m.*, a.cut, a.passed
     FROM (
       SELECT id, cut, passed, row_number() OVER (PARTITION BY person_id ORDER BY number) AS first,
         row_number() OVER (PARTITION BY person_id ORDER BY number DESC) AS last
       FROM attempts WHERE quiz_id = $1 AND graded_at IS NOT NULL AND voided_at IS NULL
     ) a JOIN LATERAL (
       SELECT sum(c.awarded) AS total, sum(c.possible) AS possible,
         bit_xor(hashtextextended(concat_ws('/', v.question_id, c.part), 0)) AS items
       FROM current_marks c JOIN question_versions v ON v.id = c.question_version_id
       WHERE c.attempt_id = a.id AND c.possible > 0
     ) m ON m.possible > 0
     WHERE CASE $2 WHEN 'first' THEN a.first = 1 WHEN 'last' THEN a.last = 1 ELSE true END`,
    [quizId, which],
  );
  await tx.execute('ANALYZE counted_attempts');
  return readTotals(tx);
}

interface TotalRow {
  n: number;
  total: number;
  possible: number;
  cut: number;
  passed: boolean;
}

async function readTotals(tx: Tx): Promise<CountedAttempts> {
  const { count, random } = (await tx.row<{ count: number; random: boolean }>(
    'SELECT count(*)::integer AS count, count(DISTINCT items) > 1 AS random FROM counted_attempts',
  ))!;
  const [totals, possible, cuts] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  let passed = 0;
  const rows = tx.stream<TotalRow>(
    'SELECT n, total::float8, possible::float8, cut::float8, passed FROM counted_attempts',
  );
  for await (const some of rows) {
    for (const row of some) {
      totals[row.n] = row.total;
      possible[row.n] = row.possible;
      cuts[row.n] = row.cut;
      if (row.passed) passed += 1;
    }
  }
  return { totals, possible, cuts, passed, random };
}
