import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../database/index.js';
import { cutTooLow, notClosed, secondPersonNeeded } from '../cut-score.errors.js';
import { lockStudy } from './lock-study.js';

/** A cut below this share of the marks is a mistake of the panel, not a standard. */
const least = 10;

/** Makes a closed study the cut of its quiz, for attempts that start from now on. A second person does it. */
@Injectable()
export class AdoptStudy {
  constructor(private readonly db: Database) {}

  async execute(studyId: string, personId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const study = await lockStudy(tx, studyId);
      if (!study.closedBy) throw notClosed();
      if (study.adopted) return;
      if (study.closedBy === personId) throw secondPersonNeeded();
      if ((await this.meanOf(studyId, tx)) < least) throw cutTooLow(least);
      await tx.rows(
        `WITH adopted AS (UPDATE cut_studies SET adopted_at = now(), adopted_by = $2 WHERE id = $1)
         UPDATE quizzes SET cut_study_id = $1 WHERE id = $3`,
        [study.id, personId, study.quizId],
      );
    });
  }

  /** What the judges of the last round expect of the borderline candidate, over all items, in percent. */
  private async meanOf(studyId: string, tx: Tx): Promise<number> {
    const row = await tx.row<{ mean: number }>(
      `SELECT avg(percent)::float8 AS mean FROM cut_ratings
       WHERE study_id = $1 AND round = (SELECT max(round) FROM cut_ratings WHERE study_id = $1)`,
      [studyId],
    );
    return row!.mean;
  }
}
