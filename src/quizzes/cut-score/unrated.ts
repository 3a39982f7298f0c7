import type { Database } from '../../database/index.js';
import { drawable } from '../../questions/index.js';
import { fits } from '../paper/choose-questions.js';
import type { Quiz } from '../quiz.queries.js';
import { fallback, type ItemRating } from './rules/paper-cut.js';
import type { StudyDetail } from './read-study.js';

/** What counts for items that the panel never saw, and how many the quiz may draw today. */
export interface Unrated {
  questions: number;
  byDifficulty: { difficulty: string; percent: number }[];
}

/** @returns null while there is nothing to fall back on */
export async function unratedOf(db: Database, quiz: Quiz, { items }: StudyDetail): Promise<Unrated | null> {
  const ratings: ItemRating[] = items.flatMap(({ questionId, part, difficulty, spread }) =>
    spread ? [{ questionId, part: part || null, difficulty, percent: spread.mean }] : [],
  );
  if (ratings.length === 0) return null;
  const pool = await drawable(db, [...new Set(quiz.blueprint.map((section) => section.pool))]);
  const rated = new Set(ratings.map(({ questionId }) => questionId));
  const open = pool.filter(
    (question) => !rated.has(question.questionId) && quiz.blueprint.some((section) => fits(question, section)),
  );
  return {
    questions: open.length,
    byDifficulty: ['easy', 'moderate', 'hard'].map((difficulty) => ({
      difficulty,
      percent: fallback(ratings, difficulty),
    })),
  };
}
