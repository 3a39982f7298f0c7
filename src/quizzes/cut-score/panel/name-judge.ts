import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/index.js';
import { isUuid } from '../../attempts/lock-attempt.js';
import { cannotJudge, studyClosed } from '../cut-score.errors.js';
import { lockStudy } from './lock-study.js';

/** Puts somebody on the panel; naming the same person again changes nothing. */
@Injectable()
export class NameJudge {
  constructor(private readonly db: Database) {}

  async execute(studyId: string, judgeId: string, personId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const study = await lockStudy(tx, studyId);
      if (study.closedBy) throw studyClosed();
      const may =
        isUuid(judgeId) &&
        (await tx.row(`SELECT FROM person_roles WHERE person_id = $1 AND role IN ('author', 'examiner', 'admin')`, [
          judgeId,
        ]));
      if (!may) throw cannotJudge();
      await tx.rows(
        `INSERT INTO cut_study_judges (study_id, person_id, named_by) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
        [study.id, judgeId, personId],
      );
    });
  }
}
