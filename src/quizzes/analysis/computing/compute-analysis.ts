import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../database/index.js';
import { OnJob } from '../../../jobs/index.js';
import type { Analysis, Which } from '../analysis.js';
import { readAnalysis } from './read-analysis.js';

export const analyseQueue = 'quizzes.analyse';

/** Works out what all marks of a quiz say, and keeps it in place of what was known before. */
@Injectable()
export class ComputeAnalysis {
  constructor(private readonly db: Database) {}

  @OnJob(analyseQueue)
  async execute({ quizId, which }: { quizId: string; which: Which }): Promise<void> {
    const analysis = await this.db.transaction(async (tx) => {
      // Totals and marks are read one after the other, and must be of the same instant.
      await tx.execute('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
      const { at } = (await tx.row<{ at: Date }>('SELECT now() AS at'))!;
      return { at, ...(await readAnalysis(tx, quizId, which)) };
    });
    await this.db.transaction((tx) => keep(tx, quizId, which, analysis));
  }
}

/** Two workers may compute at once: the later view of the marks stays. */
async function keep(tx: Tx, quizId: string, which: Which, analysis: Analysis & { at: Date }): Promise<void> {
  const { at, summary, items } = analysis;
  const kept = await tx.row<{ id: string }>(
    `UPDATE analyses SET computed_at = $3, summary = $4
     WHERE quiz_id = $1 AND which = $2 AND coalesce(computed_at < $3, true) RETURNING id`,
    [quizId, which, at, JSON.stringify(summary)],
  );
  if (!kept) return;
  await tx.rows('DELETE FROM analysed_items WHERE analysis_id = $1', [kept.id]);
  await tx.rows(
    `INSERT INTO analysed_items (analysis_id, question_id, part, item)
     SELECT $1, (i ->> 'questionId')::uuid, i ->> 'part', i - 'questionId' - 'part' FROM jsonb_array_elements($2::jsonb) i`,
    [kept.id, JSON.stringify(items)],
  );
}
