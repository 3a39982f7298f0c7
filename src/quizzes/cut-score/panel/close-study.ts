import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/index.js';
import { ratingsMissing, studyClosed } from '../cut-score.errors.js';
import { closeRound } from './close-round.js';
import { lockStudy } from './lock-study.js';

/** Ends a study: what its latest round says is its cut, put forward for adoption. */
@Injectable()
export class CloseStudy {
  constructor(private readonly db: Database) {}

  async execute(studyId: string, personId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const study = await lockStudy(tx, studyId);
      if (study.closedBy) throw studyClosed();
      const { complete } = (await tx.row<{ complete: number }>(
        `SELECT count(*)::integer AS complete FROM (
           SELECT person_id FROM cut_ratings WHERE study_id = $1 AND round = $2 GROUP BY person_id
           HAVING count(*) = (SELECT count(*) FROM cut_study_items WHERE study_id = $1)) j`,
        [study.id, study.round],
      ))!;
      if (complete < 2) throw ratingsMissing();
      await closeRound(tx, study.id, personId);
      await tx.rows(`UPDATE cut_studies SET closed_at = now(), closed_by = $2 WHERE id = $1`, [study.id, personId]);
    });
  }
}
