import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { FinishAttempt } from '../attempts/finish-attempt.js';
import type { LockedAttempt } from '../attempts/lock-attempt.js';
import { WithdrawPass } from '../attempts/withdraw-pass.js';
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
    private readonly passes: WithdrawPass,
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
    await this.passes.withdraw(tx, attempt, { by, reason });
    const { id: attemptId, personId, quizId, enrollmentId } = attempt;
    this.facts.record(tx, 'attempt.voided', { attemptId, personId, quizId, enrollmentId });
  }
}
