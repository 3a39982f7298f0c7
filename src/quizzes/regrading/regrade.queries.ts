import type { Runner } from '../../database/index.js';
import type { StoredBody, StoredKey, TypeName } from '../../questions/index.js';
import type { Settings } from '../attempts/attempt.js';
import type { PaperQuestion } from '../paper/paper.js';
import type { Policy } from './regrade-mark.js';

export interface Regrade {
  id: string;
  questionId: string;
  pool: string;
  slug: string;
  part: string | null;
  policy: Policy;
  version: number | null;
  /** The other key, and what was asked with it. */
  type: TypeName | 'vignette' | null;
  body: StoredBody | null;
  key: StoredKey | null;
  lowers: boolean;
  reason: string;
  proposedById: string;
  proposedBy: string;
  proposedAt: Date;
  committedById: string | null;
  committedBy: string | null;
  committedAt: Date | null;
  /** For how many attempts it was committed, and how many of them are done. */
  attempts: number | null;
  done: number;
  finishedAt: Date | null;
}

/** A mark that a regrade is about, with what it needs to be marked again. */
export interface AffectedMark {
  attemptId: string;
  personId: string;
  enrollmentId: string;
  quizId: string;
  quizSlug: string;
  courseId: string;
  courseSlug: string;
  settings: Settings;
  question: PaperQuestion;
  response: object | null;
  awarded: number;
  possible: number;
  critical: string | null;
  finding: string | null;
  /** Of the whole attempt. */
  total: number;
  totalPossible: number;
  criticals: number;
  cut: number;
  passed: boolean;
}

const regrades = `SELECT r.id, r.question_id AS "questionId", p.slug AS pool, q.slug, r.part, r.policy, v.number AS version,
    v.type, v.body, v.key, r.lowers, r.reason, r.proposed_by AS "proposedById", a.name AS "proposedBy",
    r.proposed_at AS "proposedAt", r.committed_by AS "committedById", c.name AS "committedBy", r.committed_at AS "committedAt",
    r.attempts, r.finished_at AS "finishedAt",
    least(r.attempts, (SELECT count(*)::int FROM regrade_attempts t WHERE t.regrade_id = r.id)) AS done
  FROM regrades r JOIN questions q ON q.id = r.question_id JOIN pools p ON p.id = q.pool_id
  JOIN people a ON a.id = r.proposed_by LEFT JOIN people c ON c.id = r.committed_by
  LEFT JOIN question_versions v ON v.id = r.version_id`;

export const regradeList = (runner: Runner): Promise<Regrade[]> =>
  runner.rows<Regrade>(`${regrades} ORDER BY r.proposed_at DESC LIMIT 200`);

export const regradeById = (runner: Runner, id: string): Promise<Regrade | undefined> =>
  runner.row<Regrade>(`${regrades} WHERE r.id = $1`, [id]);

/** Committed regrades of the questions of an attempt, begun before them, that it did not take part in. */
export const missedRegrades = (runner: Runner, attemptId: string): Promise<Regrade[]> =>
  runner.rows<Regrade>(
    `${regrades} WHERE r.committed_at > (SELECT started_at FROM attempts WHERE id = $1)
       AND NOT EXISTS (SELECT FROM regrade_attempts t WHERE t.regrade_id = r.id AND t.attempt_id = $1)
       AND EXISTS (SELECT FROM marks m JOIN question_versions mv ON mv.id = m.question_version_id
         WHERE m.attempt_id = $1 AND mv.question_id = r.question_id AND (r.part IS NULL OR m.part = r.part))
     ORDER BY r.committed_at`,
    [attemptId],
  );

/** The marks of a question in attempts that have their result; of some attempts alone if they are named. */
export const affectedMarks = (
  runner: Runner,
  { questionId, part }: Pick<Regrade, 'questionId' | 'part'>,
  attemptIds: string[] | null = null,
): Promise<AffectedMark[]> =>
  runner.rows<AffectedMark>(
    `SELECT a.id AS "attemptId", a.person_id AS "personId", a.enrollment_id AS "enrollmentId", a.quiz_id AS "quizId",
       z.slug AS "quizSlug", c.id AS "courseId", c.slug AS "courseSlug", a.settings, p AS question, r.response,
       m.awarded::float8 AS awarded, m.possible::float8 AS possible, m.critical, m.finding,
       a.marks_awarded::float8 AS total, a.marks_possible::float8 AS "totalPossible", a.cut::float8 AS cut, a.passed,
       (SELECT count(*)::int FROM current_marks o WHERE o.attempt_id = a.id AND o.critical IS NOT NULL) AS criticals
     FROM question_versions v JOIN marks f ON f.question_version_id = v.id
     JOIN current_marks m ON m.attempt_id = f.attempt_id AND m.question_id = f.question_id
     JOIN attempts a ON a.id = f.attempt_id JOIN quizzes z ON z.id = a.quiz_id JOIN courses c ON c.id = z.course_id
     CROSS JOIN LATERAL jsonb_array_elements(a.paper) p
     LEFT JOIN responses r ON r.attempt_id = a.id AND r.question_id = f.question_id AND NOT r.late
     WHERE v.question_id = $1 AND ($2::text IS NULL OR f.part = $2) AND ($3::uuid[] IS NULL OR a.id = ANY ($3))
       AND a.graded_at IS NOT NULL AND a.voided_at IS NULL AND p ->> 'id' = f.question_id::text
     ORDER BY a.id, f.question_id`,
    [questionId, part, attemptIds],
  );

/** The next attempts that had their result when a regrade was committed and did not take part in it so far. */
export const remainingAttempts = async (runner: Runner, { id }: Pick<Regrade, 'id'>, most: number): Promise<string[]> =>
  (
    await runner.rows<{ id: string }>(
      `SELECT DISTINCT a.id FROM regrades r JOIN question_versions v ON v.question_id = r.question_id
       JOIN marks f ON f.question_version_id = v.id JOIN attempts a ON a.id = f.attempt_id
       WHERE r.id = $1 AND (r.part IS NULL OR f.part = r.part) AND a.graded_at <= r.committed_at AND a.voided_at IS NULL
         AND NOT EXISTS (SELECT FROM regrade_attempts t WHERE t.regrade_id = r.id AND t.attempt_id = a.id)
       ORDER BY a.id LIMIT $2`,
      [id, most],
    )
  ).map(({ id: attemptId }) => attemptId);

/** Whether a committed regrade has attempts left. */
export const regradeRunning = async (runner: Runner): Promise<boolean> =>
  (await runner.row('SELECT id FROM regrades WHERE committed_at IS NOT NULL AND finished_at IS NULL')) !== undefined;
