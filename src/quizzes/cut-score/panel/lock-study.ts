import type { Tx } from '../../../database/index.js';
import { isUuid } from '../../attempts/lock-attempt.js';
import { noSuchStudy } from '../cut-score.errors.js';

/** A study as its verbs need it, locked against all others. */
export interface LockedStudy {
  id: string;
  quizId: string;
  closedBy: string | null;
  adopted: boolean;
  /** The latest round, 0 before the first. */
  round: number;
  roundOpen: boolean;
  judges: number;
}

/** @throws not_found */
export async function lockStudy(tx: Tx, id: string): Promise<LockedStudy> {
  if (!isUuid(id)) throw noSuchStudy();
  const study = await tx.row<LockedStudy>(
    `SELECT s.id, s.quiz_id AS "quizId", s.closed_by AS "closedBy", s.adopted_at IS NOT NULL AS adopted,
       coalesce((SELECT max(number) FROM cut_rounds r WHERE r.study_id = s.id), 0) AS round,
       EXISTS (SELECT FROM cut_rounds r WHERE r.study_id = s.id AND r.closed_at IS NULL) AS "roundOpen",
       (SELECT count(*)::integer FROM cut_study_judges j WHERE j.study_id = s.id) AS judges
     FROM cut_studies s WHERE s.id = $1 FOR UPDATE`,
    [id],
  );
  if (!study) throw noSuchStudy();
  return study;
}
