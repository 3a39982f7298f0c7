import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../database/index.js';
import type { AttemptStatus, Settings } from './attempts/attempt.js';
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
  draw: number;
  minutes: number | null;
  attempts: number | null;
  review: Settings['review'];
}

/** One of a learner's attempts at a quiz, newest first in lists. */
export interface AttemptRow {
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
  now: Date;
}

@Injectable()
export class QuizQueries {
  constructor(private readonly db: Database) {}

  /** A quiz by its id, by `course.quiz`, or by its slug if no other course has one of that name. */
  async find(name: string, runner: Runner = this.db): Promise<Quiz | undefined> {
    const asked = quizName(name);
    if (!asked) return undefined;
    const found = await runner.rows<Quiz>(
      `SELECT q.id, q.course_id AS "courseId", c.slug AS "courseSlug", q.slug, q.title, q.intro,
         q.pass_percent AS "passPercent", q.draw, q.minutes, q.attempts, q.review
       FROM quizzes q JOIN courses c ON c.id = q.course_id
       WHERE CASE WHEN $1::uuid IS NOT NULL THEN q.id = $1 ELSE q.slug = $2 AND ($3::text IS NULL OR c.slug = $3) END
       LIMIT 2`,
      [asked.id, asked.slug, asked.course],
    );
    return found.length === 1 ? found[0] : undefined;
  }

  /** A learner's attempts at a quiz, newest first. */
  attemptsOf(personId: string, quizId: string): Promise<AttemptRow[]> {
    return this.db.rows(
      `SELECT id, number, status, started_at AS "startedAt", deadline_at AS "deadlineAt", finished_at AS "finishedAt",
         marks_awarded::float8 AS awarded, marks_possible::float8 AS possible, passed, settings, now() AS now
       FROM attempts WHERE person_id = $1 AND quiz_id = $2 ORDER BY number DESC`,
      [personId, quizId],
    );
  }
}
