import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { ConcludeAttempt } from '../attempts/conclude-attempt.js';
import { WithdrawPass } from '../attempts/withdraw-pass.js';
import type { AttemptChange } from './dry-run.js';
import type { Regrade } from './regrade.queries.js';

/** Writes what a regrade changes: marks, totals, results, the log. The first marks stay as they were. */
@Injectable()
export class ApplyRegrade {
  /** How many attempts one transaction changes. */
  together = 500;

  constructor(
    private readonly concluding: ConcludeAttempt,
    private readonly passes: WithdrawPass,
    private readonly facts: Facts,
  ) {}

  /** The caller holds the lock of regrades. */
  async apply(tx: Tx, regrade: Regrade, attempts: AttemptChange[], by: string): Promise<void> {
    const rows = attempts.map(({ of, changes, awarded, passed }) => ({
      ...{ attemptId: of.attemptId, changes, awarded, passed },
    }));
    await tx.rows(
      `WITH told AS (
         SELECT * FROM jsonb_to_recordset($1) AS t ("attemptId" uuid, changes jsonb, awarded numeric, passed boolean)
       ), noted AS (
         INSERT INTO regrade_attempts (regrade_id, attempt_id) SELECT $2, "attemptId" FROM told
       ), marked AS (
         INSERT INTO mark_changes (attempt_id, question_id, number, awarded, possible, finding, critical, cause, regrade_id, by_id)
         SELECT t."attemptId", c."questionId", 2 + (SELECT count(*) FROM mark_changes x
             WHERE x.attempt_id = t."attemptId" AND x.question_id = c."questionId"),
           (c.after ->> 'awarded')::numeric, c.possible, c.after ->> 'finding', c.after ->> 'critical', 'regrade', $2, $3
         FROM told t CROSS JOIN jsonb_to_recordset(t.changes) AS c ("questionId" uuid, after jsonb, possible numeric)
       ), logged AS (
         INSERT INTO attempt_events (attempt_id, kind, data)
         SELECT "attemptId", 'attempt.regraded', jsonb_build_object('regrade', $2::uuid, 'changes', changes,
           'awarded', awarded, 'passed', passed) FROM told WHERE jsonb_array_length(changes) > 0
       )
       UPDATE attempts a SET marks_awarded = t.awarded, passed = t.passed FROM told t
       WHERE a.id = t."attemptId" AND jsonb_array_length(t.changes) > 0`,
      [JSON.stringify(rows), regrade.id, by],
    );
    for (const change of attempts) if (change.changes.length > 0) await this.tell(tx, regrade, change, by);
  }

  private async tell(tx: Tx, { id: regradeId }: Regrade, { of, passed }: AttemptChange, by: string): Promise<void> {
    if (passed && !of.passed) await this.concluding.complete(tx, of);
    if (!passed && of.passed) await this.passes.withdraw(tx, of, { by, reason: 'The exam was marked again.' });
    const { attemptId, personId, quizId, enrollmentId } = of;
    const passedBefore = of.passed;
    this.facts.record(tx, 'attempt.regraded', {
      ...{ regradeId, attemptId, personId, quizId, enrollmentId, passedBefore, passed },
    });
  }
}
