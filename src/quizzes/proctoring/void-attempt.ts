import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { WithdrawCompletion } from '../../enrollment/index.js';
import { Facts } from '../../jobs/index.js';
import { FinishAttempt } from '../attempts/finish-attempt.js';
import type { LockedAttempt } from '../attempts/lock-attempt.js';
import { alreadyVoid } from '../quizzes.errors.js';

interface Voiding {
  by: string;
  reason: string;
  counts: boolean;
}

/** Takes an attempt out: it passes nobody, whatever its marks. They stay on record. */
@Injectable()
export class VoidAttempt {
  constructor(
    private readonly finishing: FinishAttempt,
    private readonly completions: WithdrawCompletion,
    private readonly facts: Facts,
  ) {}

  /** The caller holds the lock. */
  async void(tx: Tx, attempt: LockedAttempt, { by, reason, counts }: Voiding): Promise<void> {
    if (attempt.voided) throw alreadyVoid();
    if (attempt.status === 'live') await this.finishing.finish(tx, attempt, 'ended');
    await tx.rows(
      `UPDATE attempts SET voided_at = now(), voided_by = $2, void_reason = $3, void_counts = $4,
         passed = CASE WHEN graded_at IS NULL THEN NULL ELSE false END WHERE id = $1`,
      [attempt.id, by, reason, counts],
    );
    await this.withdraw(tx, attempt, { by, reason });
    const { id: attemptId, personId, quizId, enrollmentId } = attempt;
    this.facts.record(tx, 'attempt.voided', { attemptId, personId, quizId, enrollmentId });
  }

  /** The quiz is no longer complete, unless another attempt passed it. */
  private async withdraw(
    tx: Tx,
    { enrollmentId, quizId, quizSlug }: LockedAttempt,
    why: Pick<Voiding, 'by' | 'reason'>,
  ): Promise<void> {
    const passed = await tx.row('SELECT FROM attempts WHERE enrollment_id = $1 AND quiz_id = $2 AND passed', [
      enrollmentId,
      quizId,
    ]);
    if (passed) return;
    await this.completions.withdraw(tx, { enrollmentId, itemSlug: quizSlug, kind: 'quiz', ...why });
  }
}
