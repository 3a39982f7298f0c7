import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { CompleteItem, EnrollmentQueries } from '../../enrollment/index.js';
import { Facts } from '../../jobs/index.js';
import { award, reaches, tally } from '../marking/score.js';
import type { PaperQuestion } from '../paper/paper.js';
import { questionType } from '../types/index.js';
import type { StoredKey } from '../bank/split-question.js';
import type { Attempt } from './attempt.js';

/** Grades the saved answers and closes the attempt. The one way to finish, for submission and expiry. */
@Injectable()
export class FinishAttempt {
  constructor(
    private readonly enrollments: EnrollmentQueries,
    private readonly items: CompleteItem,
    private readonly facts: Facts,
  ) {}

  /** The caller holds the lock and has seen that the attempt is live. */
  async finish(tx: Tx, attempt: Attempt, status: 'submitted' | 'expired'): Promise<void> {
    const marks = await this.mark(tx, attempt);
    const total = tally(marks);
    const passed = reaches(total, attempt.settings.passPercent);
    await tx.rows(
      `WITH finished AS (
         UPDATE attempts SET status = $2, finished_at = least(now(), deadline_at), marks_awarded = $3, passed = $4
         WHERE id = $1 AND status = 'live'
       ), logged AS (
         INSERT INTO attempt_events (attempt_id, kind, data)
         VALUES ($1, 'attempt.' || $2, jsonb_build_object('awarded', $3::numeric, 'possible', $5::numeric, 'passed', $4::boolean))
       )
       INSERT INTO marks (attempt_id, question_id, question_version_id, awarded, possible)
       SELECT $1, m.id, m."versionId", m.awarded, m.possible
       FROM jsonb_to_recordset($6) AS m (id uuid, "versionId" uuid, awarded numeric, possible numeric)`,
      [attempt.id, status, total.awarded, passed, total.possible, JSON.stringify(marks)],
    );
    if (passed) await this.complete(tx, attempt);
    const { id: attemptId, personId, quizId, enrollmentId } = attempt;
    this.facts.record(tx, 'attempt.graded', { attemptId, personId, quizId, enrollmentId, passed });
  }

  private async mark(tx: Tx, { id, paper }: Attempt) {
    const graded = await tx.rows<{ versionId: string; key: StoredKey; response: object | null }>(
      `SELECT p."versionId", v.key, r.response
       FROM attempts a CROSS JOIN jsonb_to_recordset(a.paper) AS p (id uuid, "versionId" uuid)
       JOIN question_versions v ON v.id = p."versionId"
       LEFT JOIN responses r ON r.attempt_id = a.id AND r.question_id = p.id AND NOT r.late
       WHERE a.id = $1`,
      [id],
    );
    const byVersion = new Map(graded.map((each) => [each.versionId, each]));
    return paper.map((question) => {
      const { key, response } = byVersion.get(question.versionId)!;
      return { id: question.id, versionId: question.versionId, ...markQuestion(question, key, response) };
    });
  }

  /** Only what the learner may still study counts towards the course. */
  private async complete(tx: Tx, { personId, courseSlug, enrollmentId, quizSlug }: Attempt): Promise<void> {
    const access = await this.enrollments.access(personId, courseSlug, tx);
    const isThere = access?.outline.some(({ items }) => items.some((item) => item.slug === quizSlug));
    if (isThere) await this.items.complete(tx, { enrollmentId, itemSlug: quizSlug, kind: 'quiz' });
  }
}

/** An unanswered question earns nothing. */
function markQuestion({ type, marks, slots }: PaperQuestion, key: StoredKey, response: object | null) {
  const credit = response ? questionType(type).credit(key.right, response, slots) : 0;
  return { awarded: award(marks, credit), possible: marks };
}
