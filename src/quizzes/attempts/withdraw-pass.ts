import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { WithdrawCompletion } from '../../enrollment/index.js';
import type { Attempt } from './attempt.js';

/** Takes back what a pass completed, when it no longer is one. A certificate built on it is revoked. */
@Injectable()
export class WithdrawPass {
  constructor(private readonly completions: WithdrawCompletion) {}

  /** The quiz stays complete if another attempt passed it. */
  async withdraw(
    tx: Tx,
    { enrollmentId, quizId, quizSlug }: Pick<Attempt, 'enrollmentId' | 'quizId' | 'quizSlug'>,
    why: { by: string; reason: string },
  ): Promise<void> {
    const passed = await tx.row('SELECT FROM attempts WHERE enrollment_id = $1 AND quiz_id = $2 AND passed', [
      enrollmentId,
      quizId,
    ]);
    if (!passed) await this.completions.withdraw(tx, { enrollmentId, itemSlug: quizSlug, kind: 'quiz', ...why });
  }
}
