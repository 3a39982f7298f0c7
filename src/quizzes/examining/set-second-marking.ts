import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database } from '../../database/index.js';
import { typedNumber } from '../../shared/index.js';
import { noSuchQuiz } from '../quizzes.errors.js';
import { isUuid } from '../attempts/lock-attempt.js';

const percent = typedNumber(z.number().int().min(0, 'enter from 0 to 100').max(100, 'enter from 0 to 100'));
export const secondMarking = z.strictObject({
  percent: percent.describe('Of the answers that a second examiner marks: 0 none, 100 all, else a sample'),
  threshold: percent.describe('Percent of the marks by which two may differ before a third decides'),
});

/** Says how many answers of a quiz two examiners mark. Answers that have their mark keep it. */
@Injectable()
export class SetSecondMarking {
  constructor(private readonly db: Database) {}

  /** @throws not_found */
  async execute(quizId: string, rule: z.output<typeof secondMarking>, personId: string): Promise<void> {
    const set = isUuid(quizId)
      ? await this.db.rows(
          `INSERT INTO second_markings (quiz_id, percent, threshold, set_by) SELECT id, $2, $3, $4 FROM quizzes WHERE id = $1
           ON CONFLICT ON CONSTRAINT pk_second_markings DO UPDATE
             SET percent = excluded.percent, threshold = excluded.threshold, set_by = excluded.set_by, set_at = now()
           RETURNING quiz_id`,
          [quizId, rule.percent, rule.threshold, personId],
        )
      : [];
    if (set.length === 0) throw noSuchQuiz();
  }
}
