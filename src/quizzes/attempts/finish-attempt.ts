import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { keyOf, type StoredBody, type StoredKey } from '../../questions/index.js';
import { markQuestion, type QuestionMark } from '../marking/mark-question.js';
import { posed } from '../paper/posed.js';
import type { Attempt, AttemptStatus } from './attempt.js';
import { ConcludeAttempt } from './conclude-attempt.js';
import type { LockedAttempt } from './lock-attempt.js';
import { unpause } from './pause-attempt.js';

/** Grades the saved answers and closes the attempt. The one way to finish, for submission and expiry. */
@Injectable()
export class FinishAttempt {
  constructor(private readonly concluding: ConcludeAttempt) {}

  /** The caller holds the lock and has seen that the attempt is live. */
  async finish(tx: Tx, attempt: LockedAttempt, status: Exclude<AttemptStatus, 'live'>): Promise<void> {
    // A pause that is open ends with the attempt, and its deadline is the one that held.
    await unpause(tx, attempt);
    const marks = await this.mark(tx, attempt);
    const possible = attempt.paper.reduce((sum, question) => sum + question.marks, 0);
    await tx.rows(
      `WITH finished AS (
         UPDATE attempts SET status = $2, finished_at = least(now(), deadline_at)
         WHERE id = $1 AND status = 'live'
       ), logged AS (
         INSERT INTO attempt_events (attempt_id, kind, data)
         VALUES ($1, 'attempt.' || $2, jsonb_build_object('possible', $3::numeric, 'marked', $4::jsonb))
       )
       INSERT INTO marks (attempt_id, question_id, question_version_id, part, awarded, possible, finding, critical, chosen)
       SELECT $1, m.id, m."versionId", m.part, m.awarded, m.possible, m.finding, m.critical, m.chosen
       FROM jsonb_to_recordset($4) AS m (id uuid, "versionId" uuid, part text, awarded numeric, possible numeric,
         finding text, critical text, chosen text[])`,
      [attempt.id, status, possible, JSON.stringify(marks)],
    );
    // What an examiner marks is waited for.
    if (marks.length === attempt.paper.length) await this.concluding.conclude(tx, attempt, marks);
  }

  private async mark(tx: Tx, { id, paper, settings }: Attempt): Promise<QuestionMark[]> {
    const graded = await tx.rows<{ id: string; body: StoredBody; key: StoredKey; response: object | null }>(
      `SELECT p.id, v.body, v.key, r.response
       FROM attempts a CROSS JOIN jsonb_to_recordset(a.paper) AS p (id uuid, "versionId" uuid)
       JOIN question_versions v ON v.id = p."versionId"
       LEFT JOIN responses r ON r.attempt_id = a.id AND r.question_id = p.id AND NOT r.late
       WHERE a.id = $1`,
      [id],
    );
    const byId = new Map(graded.map((each) => [each.id, each]));
    return paper.flatMap((question) => {
      const { body, key, response } = byId.get(question.id)!;
      return markQuestion(question, posed(question, body, settings), keyOf(key, question), response) ?? [];
    });
  }
}
