import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/index.js';
import { DomainError } from '../../../shared/index.js';
import { noRoundOpen, notAJudge } from '../cut-score.errors.js';
import { lockStudy } from './lock-study.js';

export interface Rating {
  /** The item's place in the study. */
  position: number;
  /** Of 100 candidates who are just competent, how many get it right; null takes the rating back. */
  percent: number | null;
}

/** Keeps what a judge says of some items in the open round; the latest word counts. */
@Injectable()
export class RateItems {
  constructor(private readonly db: Database) {}

  /** @returns how many items the judge has rated in this round */
  execute(studyId: string, personId: string, ratings: Rating[]): Promise<number> {
    return this.db.transaction(async (tx) => {
      const study = await lockStudy(tx, studyId);
      const judge = await tx.row('SELECT FROM cut_study_judges WHERE study_id = $1 AND person_id = $2', [
        study.id,
        personId,
      ]);
      if (!judge) throw notAJudge();
      if (!study.roundOpen) throw noRoundOpen();
      const known = [study.id, study.round, personId, JSON.stringify(ratings)];
      const { unknown } = (await tx.row<{ unknown: number }>(
        `SELECT count(*)::integer AS unknown FROM jsonb_to_recordset($2) AS r (position integer) WHERE NOT EXISTS (
           SELECT FROM cut_study_items i WHERE i.study_id = $1 AND i.position = r.position)`,
        [study.id, JSON.stringify(ratings)],
      ))!;
      if (unknown > 0) throw noSuchItem();
      await tx.rows(
        `DELETE FROM cut_ratings c USING cut_study_items i, jsonb_to_recordset($4) AS r (position integer, percent integer)
         WHERE c.study_id = $1 AND c.round = $2 AND c.person_id = $3 AND i.study_id = $1 AND i.position = r.position
           AND c.question_id = i.question_id AND c.part = i.part AND r.percent IS NULL`,
        known,
      );
      await tx.rows(
        `INSERT INTO cut_ratings (study_id, round, person_id, question_id, part, percent)
         SELECT $1, $2, $3, i.question_id, i.part, r.percent
         FROM jsonb_to_recordset($4) AS r (position integer, percent integer)
         JOIN cut_study_items i ON i.study_id = $1 AND i.position = r.position WHERE r.percent IS NOT NULL
         ON CONFLICT (study_id, round, person_id, question_id, part)
         DO UPDATE SET percent = excluded.percent, rated_at = now() WHERE cut_ratings.percent <> excluded.percent`,
        known,
      );
      const { rated } = (await tx.row<{ rated: number }>(
        `SELECT count(*)::integer AS rated FROM cut_ratings WHERE study_id = $1 AND round = $2 AND person_id = $3`,
        [study.id, study.round, personId],
      ))!;
      return rated;
    });
  }
}

const noSuchItem = () =>
  new DomainError('no_such_item', 'One of these items is not part of the study. Nothing was saved.', {
    kind: 'invalid',
  });
