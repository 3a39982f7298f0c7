import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/index.js';
import { notClosed, secondPersonNeeded } from '../cut-score.errors.js';
import { lockStudy } from './lock-study.js';

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
      await tx.rows(
        `WITH adopted AS (UPDATE cut_studies SET adopted_at = now(), adopted_by = $2 WHERE id = $1)
         UPDATE quizzes SET cut_study_id = $1 WHERE id = $3`,
        [study.id, personId, study.quizId],
      );
    });
  }
}
