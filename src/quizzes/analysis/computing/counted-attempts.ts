import type { Tx } from '../../../database/index.js';
import type { Findings, Which } from '../analysis.js';

export interface CountedAttempts {
  count: number;
  passed: number;
  /** Marks that each needed to pass, by number. */
  cuts: number[];
}

/**
 * Numbers the graded attempts of a quiz, for this transaction; voided ones are out. Of a person's attempts the first or the
 * last that counts is taken, or all.
 */
export async function countAttempts(tx: Tx, quizId: string, which: Which): Promise<CountedAttempts> {
  await tx.rows(
    `CREATE TEMPORARY TABLE counted_attempts ON COMMIT DROP AS
     SELECT (row_number() OVER (ORDER BY id) - 1)::integer AS n, id, cut::float8 AS cut, passed FROM (
       SELECT id, cut, passed, row_number() OVER (PARTITION BY person_id ORDER BY number) AS first,
         row_number() OVER (PARTITION BY person_id ORDER BY number DESC) AS last
       FROM attempts WHERE quiz_id = $1 AND graded_at IS NOT NULL AND voided_at IS NULL
     ) a WHERE CASE $2 WHEN 'first' THEN first = 1 WHEN 'last' THEN last = 1 ELSE true END`,
    [quizId, which],
  );
  await tx.execute('ANALYZE counted_attempts');
  return (await tx.row<CountedAttempts>(
    `SELECT count(*)::integer AS count, count(*) FILTER (WHERE passed)::integer AS passed,
       coalesce(json_agg(cut ORDER BY n), '[]') AS cuts
     FROM counted_attempts`,
  ))!;
}

/** Marks of one version of one item: columns of one length, `findings` counted. */
export interface MarkColumns extends Findings {
  questionId: string;
  part: string;
  versionId: string;
  numbers: number[];
  marks: number[];
  possible: number[];
  chosen: (string[] | null)[];
}

/**
 * The marks of the attempts with these numbers, as they stand today, without items that were dropped. In columns: a row for
 * each mark would cost more to take apart than to compute with.
 */
export const readMarks = (tx: Tx, from: number, below: number): Promise<MarkColumns[]> =>
  tx.rows(
    `SELECT v.question_id AS "questionId", coalesce(m.part, '') AS part, v.id AS "versionId",
       json_agg(a.n) AS numbers, json_agg(m.awarded) AS marks, json_agg(m.possible) AS possible, json_agg(m.chosen) AS chosen,
       count(*) FILTER (WHERE m.finding = 'tenfold')::integer AS tenfold,
       count(*) FILTER (WHERE m.finding = 'wrong_unit')::integer AS "wrongUnit",
       count(*) FILTER (WHERE m.finding = 'danger_zone')::integer AS "dangerZone",
       count(m.critical)::integer AS critical
     FROM counted_attempts a
     -- Attempt by attempt, by the index: planned as one join, each piece would read every mark there is.
     CROSS JOIN LATERAL (SELECT * FROM current_marks c WHERE c.attempt_id = a.id OFFSET 0) m
     JOIN question_versions v ON v.id = m.question_version_id
     WHERE a.n >= $1 AND a.n < $2 AND m.possible > 0
     GROUP BY v.question_id, coalesce(m.part, ''), v.id`,
    [from, below],
  );
