import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import type { BlueprintSection, ReviewPolicy } from '../courses/index.js';
import type { AttemptStatus, QuizKind, Settings } from './attempts/attempt.js';
import { type Pauses, pauseColumns as timing } from './attempts/time-left.js';
import { quizName } from './quiz-name.js';

/** The rules of a quiz as a new attempt would take them. */
export interface Quiz {
  id: string;
  courseId: string;
  courseSlug: string;
  slug: string;
  title: string;
  intro: string;
  passPercent: number;
  kind: QuizKind;
  language: string;
  blueprint: BlueprintSection[];
  /** How many questions the blueprint draws; a case counts once. */
  draw: number;
  minutes: number | null;
  attempts: number | null;
  /** Hours to wait after the first failure, the second and so on; the last one stands for all later ones. */
  coolDownHours: number[];
  /** Whether a question of it may fail the attempt by itself. */
  hasCritical: boolean;
  review: ReviewPolicy;
  opensAt: Date | null;
  closesAt: Date | null;
  /** Of the database, when this was read. */
  now: Date;
}

/** One of a learner's attempts at a quiz, newest first in lists. */
export interface AttemptRow extends Pauses {
  id: string;
  number: number;
  status: AttemptStatus;
  startedAt: Date;
  deadlineAt: Date | null;
  finishedAt: Date | null;
  awarded: number | null;
  possible: number;
  passed: boolean | null;
  settings: Settings;
  voided: boolean;
  voidCounts: boolean | null;
  now: Date;
}

export interface QuizWithAttempts {
  quiz: Quiz;
  attempts: AttemptRow[];
}

type QuizRow = { quiz: Quiz; now: Date } & Pick<Quiz, 'opensAt' | 'closesAt'>;

const quizIn = ({ quiz, opensAt, closesAt, now }: QuizRow): Quiz => ({ ...quiz, opensAt, closesAt, now });

const quizObject = `jsonb_build_object('id', q.id, 'courseId', q.course_id, 'courseSlug', c.slug, 'slug', q.slug,
  'title', q.title, 'intro', q.intro, 'passPercent', q.pass_percent, 'kind', q.kind, 'language', q.language,
  'blueprint', q.blueprint, 'draw', (SELECT sum((s ->> 'count')::integer) FROM jsonb_array_elements(q.blueprint) s),
  'coolDownHours', to_jsonb(q.cool_down_hours), 'minutes', q.minutes,
  'hasCritical', EXISTS (
    SELECT FROM jsonb_array_elements(q.blueprint) s JOIN pools p ON p.slug = s ->> 'pool'
    JOIN questions u ON u.pool_id = p.id AND u.retired_at IS NULL JOIN question_versions v ON v.question_id = u.id
    WHERE v.critical OR jsonb_path_exists(v.body, '$.parts[*] ? (@.critical == true)')),
  'attempts', q.attempts, 'review', q.review) AS quiz, q.opens_at AS "opensAt", q.closes_at AS "closesAt",
  now() AS now`;
const quizzes = 'quizzes q JOIN courses c ON c.id = q.course_id';

@Injectable()
export class QuizQueries {
  constructor(private readonly db: Database) {}

  /** A quiz by its id, by `course.quiz`, or by its slug if no other course has one of that name. */
  async find(name: string): Promise<Quiz | undefined> {
    const asked = quizName(name);
    if (!asked) return undefined;
    const found = await this.db.rows<QuizRow>(
      `SELECT ${quizObject} FROM ${quizzes}
       WHERE CASE WHEN $1::uuid IS NOT NULL THEN q.id = $1 ELSE q.slug = $2 AND ($3::text IS NULL OR c.slug = $3) END
       LIMIT 2`,
      [asked.id, asked.slug, asked.course],
    );
    return found.length === 1 ? quizIn(found[0]!) : undefined;
  }

  /** A quiz of a course with one learner's attempts at it, newest first. */
  async withAttempts(personId: string, courseId: string, slug: string): Promise<QuizWithAttempts | undefined> {
    const rows = await this.db.rows<AttemptRow & QuizRow>(
      `SELECT ${quizObject}, a.id, a.number, a.status, a.started_at AS "startedAt", a.deadline_at AS "deadlineAt",
         a.finished_at AS "finishedAt", a.marks_awarded::float8 AS awarded, a.marks_possible::float8 AS possible, a.passed,
         a.settings, ${timing}, a.voided_at IS NOT NULL AS voided, a.void_counts AS "voidCounts"
       FROM ${quizzes} LEFT JOIN attempts a ON a.quiz_id = q.id AND a.person_id = $1
       WHERE q.course_id = $2 AND q.slug = $3 ORDER BY a.number DESC`,
      [personId, courseId, slug],
    );
    return rows[0] && { quiz: quizIn(rows[0]), attempts: rows.filter(({ id }) => id !== null) };
  }
}
