import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/index.js';
import { roundOpen, studyClosed, tooFewJudges } from '../cut-score.errors.js';
import { lockStudy } from './lock-study.js';

/** Begins the next round. It starts from what each judge said in the one before: they change what they now see otherwise. */
@Injectable()
export class OpenRound {
  constructor(private readonly db: Database) {}

  /** @returns the number of the round */
  execute(studyId: string, personId: string): Promise<number> {
    return this.db.transaction(async (tx) => {
      const study = await lockStudy(tx, studyId);
      if (study.closedBy) throw studyClosed();
      if (study.roundOpen) throw roundOpen();
      if (study.judges < 2) throw tooFewJudges();
      const number = study.round + 1;
      await tx.rows(`INSERT INTO cut_rounds (study_id, number, opened_by) VALUES ($1, $2, $3)`, [
        study.id,
        number,
        personId,
      ]);
      await tx.rows(
        `INSERT INTO cut_ratings (study_id, round, person_id, question_id, part, percent)
         SELECT study_id, $2, person_id, question_id, part, percent FROM cut_ratings WHERE study_id = $1 AND round = $3`,
        [study.id, number, study.round],
      );
      return number;
    });
  }
}
