import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { poolTopics } from '../../questions/index.js';
import { QuizQueries } from '../quiz.queries.js';
import { noSuchQuiz } from '../quizzes.errors.js';
import { blueprintChanged, blueprintRefused } from './blueprint.errors.js';
import { bankOf } from './blueprint.queries.js';
import type { BlueprintBody } from './blueprint.schemas.js';
import { wrongCells } from './refuse-blueprint.js';

/** Says anew what papers of a quiz are drawn from. Papers that are drawn stay as they are. */
@Injectable()
export class ChangeBlueprint {
  constructor(
    private readonly db: Database,
    private readonly quizzes: QuizQueries,
  ) {}

  /** @throws not_found, blueprint_changed, blueprint_refused with a sentence for each cell */
  async execute(name: string, { rev, reason, sections }: BlueprintBody, personId: string): Promise<void> {
    const quiz = await this.quizzes.find(name);
    if (!quiz) throw noSuchQuiz();
    await this.db.transaction(async (tx) => {
      const now = await tx.row<{ rev: number }>('SELECT blueprint_rev AS rev FROM quizzes WHERE id = $1 FOR UPDATE', [
        quiz.id,
      ]);
      if (now!.rev !== rev) throw blueprintChanged();
      const known = (await poolTopics(tx)).map(({ slug }) => slug);
      const bank = await bankOf(tx, [...new Set(sections.map(({ pool }) => pool))]);
      const wrong = wrongCells(sections, known, bank);
      if (Object.keys(wrong).length > 0) throw blueprintRefused(wrong);
      const kept = JSON.stringify(sections.filter(({ count }) => count > 0));
      await tx.rows(
        `WITH changed AS (
           UPDATE quizzes SET blueprint = $2, blueprint_rev = blueprint_rev + 1 WHERE id = $1 RETURNING id, blueprint_rev
         )
         INSERT INTO blueprint_changes (quiz_id, rev, blueprint, reason, by_id)
         SELECT id, blueprint_rev, $2, $3, $4 FROM changed`,
        [quiz.id, kept, reason, personId],
      );
    });
  }
}
