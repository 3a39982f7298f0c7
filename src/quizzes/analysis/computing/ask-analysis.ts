import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../database/index.js';
import { Every, Jobs } from '../../../jobs/index.js';
import { newId } from '../../../shared/index.js';
import type { Which } from '../analysis.js';
import { analyseQueue } from './compute-analysis.js';

/** Has an analysis computed again: because somebody asked, or each night where marks have changed. */
@Injectable()
export class AskAnalysis {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
  ) {}

  async execute(asked: { quizId: string; which: Which; personId: string | null }): Promise<void> {
    await this.db.transaction((tx) => this.ask(tx, asked));
  }

  /** Of first attempts always; of others where somebody has looked at them. */
  @Every('17 2 * * *', 'quizzes.analyse-nightly')
  async nightly(): Promise<void> {
    await this.db.transaction(async (tx) => {
      const stale = await tx.rows<{ quizId: string; which: Which }>(
        `SELECT q.id AS "quizId", w.which
         FROM quizzes q CROSS JOIN (VALUES ('first'), ('last'), ('all')) AS w (which)
         LEFT JOIN analyses s ON s.quiz_id = q.id AND s.which = w.which
         WHERE (w.which = 'first' OR s.id IS NOT NULL) AND EXISTS (
           SELECT FROM attempts a WHERE a.quiz_id = q.id AND a.graded_at IS NOT NULL
             AND coalesce(greatest(a.graded_at, a.voided_at,
               (SELECT max(c.at) FROM mark_changes c WHERE c.attempt_id = a.id))
               > s.computed_at - interval '10 minutes', true))`,
      );
      for (const each of stale) await this.ask(tx, { ...each, personId: null });
    });
  }

  private async ask(
    tx: Tx,
    { quizId, which, personId }: { quizId: string; which: Which; personId: string | null },
  ): Promise<void> {
    await tx.rows(
      `INSERT INTO analyses (id, quiz_id, which, asked_by) VALUES ($1, $2, $3, $4)
       ON CONFLICT (quiz_id, which) DO UPDATE SET asked_at = now(), asked_by = excluded.asked_by`,
      [newId(), quizId, which, personId],
    );
    await this.jobs.enqueue(tx, analyseQueue, { quizId, which }, { singletonKey: `${quizId}:${which}` });
  }
}
