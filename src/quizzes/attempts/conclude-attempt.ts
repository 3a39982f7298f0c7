import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { CompleteItem, EnrollmentQueries } from '../../enrollment/index.js';
import { Facts } from '../../jobs/index.js';
import type { QuestionMark } from '../marking/mark-question.js';
import { tally } from '../marking/score.js';
import type { Attempt } from './attempt.js';

/** Gives a finished attempt its result, once every mark is there. The one way to pass, for machines and examiners. */
@Injectable()
export class ConcludeAttempt {
  constructor(
    private readonly enrollments: EnrollmentQueries,
    private readonly items: CompleteItem,
    private readonly facts: Facts,
  ) {}

  /** The caller holds the lock and has written these marks. */
  async conclude(
    tx: Tx,
    attempt: Attempt,
    marks: Pick<QuestionMark, 'awarded' | 'possible' | 'critical'>[],
  ): Promise<void> {
    const total = tally(marks);
    const critical = marks.some((mark) => mark.critical !== null);
    const passed = total.awarded >= attempt.cut && !critical;
    await tx.rows(
      `WITH graded AS (
         UPDATE attempts SET graded_at = now(), marks_awarded = $2, passed = $3 WHERE id = $1 AND graded_at IS NULL
       )
       INSERT INTO attempt_events (attempt_id, kind, data)
       VALUES ($1, 'attempt.graded', jsonb_build_object('awarded', $2::numeric, 'possible', $4::numeric, 'cut', $5::numeric,
         'critical', $6::boolean, 'passed', $3::boolean))`,
      [attempt.id, total.awarded, passed, total.possible, attempt.cut, critical],
    );
    // Practice is done when it is handed in, whatever it earned.
    if (passed || attempt.settings.kind === 'practice') await this.complete(tx, attempt);
    const { id: attemptId, personId, quizId, enrollmentId } = attempt;
    this.facts.record(tx, 'attempt.graded', { attemptId, personId, quizId, enrollmentId, passed });
  }

  /** Only what the learner may still study counts towards the course. */
  async complete(
    tx: Tx,
    {
      personId,
      courseSlug,
      enrollmentId,
      quizSlug,
    }: Pick<Attempt, 'personId' | 'courseSlug' | 'enrollmentId' | 'quizSlug'>,
  ): Promise<void> {
    const access = await this.enrollments.access(personId, courseSlug, tx);
    const isThere = access?.outline.some(({ items }) => items.some((item) => item.slug === quizSlug));
    if (isThere) await this.items.complete(tx, { enrollmentId, itemSlug: quizSlug, kind: 'quiz' });
  }
}
