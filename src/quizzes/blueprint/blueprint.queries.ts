import { Injectable } from '@nestjs/common';
import type { BlueprintSection } from '../../courses/index.js';
import { Database, type Runner } from '../../database/index.js';
import {
  drawable,
  enemiesAmong,
  placesOf,
  type PoolPlace,
  poolTopics,
  type PoolTopics,
} from '../../questions/index.js';
import { type Quiz, QuizQueries } from '../quiz.queries.js';
import { noSuchQuiz } from '../quizzes.errors.js';
import { coverCells, type CoveredCell } from './cover-cells.js';

export interface BlueprintChange {
  rev: number;
  /** Null: the content folder said so. */
  by: string | null;
  reason: string | null;
  at: Date;
}

export interface DeskBlueprint {
  quiz: Quiz;
  rev: number;
  /** It is what the content folder says. */
  fromContent: boolean;
  sections: CoveredCell[];
  /** What its pools hold, by topic, difficulty and level. */
  places: PoolPlace[];
  pools: PoolTopics[];
  /** The newest first. */
  changes: BlueprintChange[];
}

@Injectable()
export class BlueprintQueries {
  constructor(
    private readonly db: Database,
    private readonly quizzes: QuizQueries,
  ) {}

  /** @throws not_found */
  async find(name: string): Promise<DeskBlueprint> {
    const quiz = await this.quizzes.find(name);
    if (!quiz) throw noSuchQuiz();
    const pools = [...new Set(quiz.blueprint.map(({ pool }) => pool))];
    const [bank, places, known, changes, state] = await Promise.all([
      bankOf(this.db, pools),
      placesOf(this.db, pools),
      poolTopics(this.db),
      this.db.rows<BlueprintChange>(
        `SELECT b.rev, p.name AS by, b.reason, b.at FROM blueprint_changes b LEFT JOIN people p ON p.id = b.by_id
         WHERE b.quiz_id = $1 ORDER BY b.rev DESC`,
        [quiz.id],
      ),
      this.db.row<{ rev: number; fromContent: boolean }>(
        `SELECT blueprint_rev AS rev, blueprint = content_blueprint AS "fromContent" FROM quizzes WHERE id = $1`,
        [quiz.id],
      ),
    ]);
    return {
      quiz,
      ...state!,
      sections: coverCells(quiz.blueprint, { ...bank, places }),
      places,
      pools: known,
      changes,
    };
  }
}

/** What may be drawn from these pools today, and which of it not together. */
export async function bankOf(runner: Runner, pools: BlueprintSection['pool'][]) {
  const pool = await drawable(runner, pools);
  const ids = pool.map(({ questionId }) => questionId);
  return { pool, enemies: await enemiesAmong(runner, ids) };
}
