import type { Runner } from '../../database/index.js';
import type { ItemRating } from './rules/paper-cut.js';

/**
 * What the panel of the study says that a quiz has adopted: of its last round, by the judges who rated everything.
 * @returns null for a quiz without a study, which passes at its percentage
 */
export async function adoptedRatings(runner: Runner, quizId: string): Promise<ItemRating[] | null> {
  const ratings = await studyRatings(runner, quizId);
  return ratings.length === 0 ? null : ratings;
}

/**
 * About what share of the marks passes by the adopted study: over all its items, before a paper is drawn from them.
 * @returns percent to one digit, or null without a study
 */
export async function adoptedPercent(runner: Runner, quizId: string): Promise<number | null> {
  const ratings = await studyRatings(runner, quizId);
  const possible = ratings.reduce((sum, { marks }) => sum + marks, 0);
  if (possible === 0) return null;
  return Math.round((10 * ratings.reduce((sum, { marks, percent }) => sum + marks * percent, 0)) / possible) / 10;
}

const studyRatings = (runner: Runner, quizId: string): Promise<(ItemRating & { marks: number })[]> =>
  runner.rows(
    `WITH last AS (
       SELECT r.* FROM quizzes q JOIN cut_ratings r ON r.study_id = q.cut_study_id
       WHERE q.id = $1 AND r.round = (SELECT max(number) FROM cut_rounds WHERE study_id = q.cut_study_id)
     ), items AS (
       SELECT i.* FROM quizzes q JOIN cut_study_items i ON i.study_id = q.cut_study_id WHERE q.id = $1
     )
     SELECT i.question_id AS "questionId", nullif(i.part, '') AS part, i.difficulty, i.marks::float8 AS marks,
       avg(l.percent)::float8 AS percent
     FROM items i JOIN last l ON l.question_id = i.question_id AND l.part = i.part
     WHERE l.person_id IN (SELECT person_id FROM last GROUP BY 1 HAVING count(*) = (SELECT count(*) FROM items))
     GROUP BY i.question_id, i.part, i.difficulty, i.marks`,
    [quizId],
  );
