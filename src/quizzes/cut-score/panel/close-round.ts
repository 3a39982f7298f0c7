import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../database/index.js';
import { noRoundOpen } from '../cut-score.errors.js';
import { lockStudy } from './lock-study.js';

/** Ends a round: from now on the panel sees what it said, and nobody changes it. */
@Injectable()
export class CloseRound {
  constructor(private readonly db: Database) {}

  async execute(studyId: string, personId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const study = await lockStudy(tx, studyId);
      if (!study.roundOpen) throw noRoundOpen();
      await closeRound(tx, study.id, personId);
    });
  }
}

/** The caller holds the study. */
export const closeRound = (tx: Tx, studyId: string, personId: string) =>
  tx.rows(`UPDATE cut_rounds SET closed_at = now(), closed_by = $2 WHERE study_id = $1 AND closed_at IS NULL`, [
    studyId,
    personId,
  ]);
