import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { EnrollmentQueries, refuseClosed } from '../../enrollment/index.js';
import { newId, randomToken } from '../../shared/index.js';
import { bodiesOf, drawable } from '../../questions/index.js';
import { adoptedRatings } from '../cut-score/adopted-ratings.js';
import { paperCut } from '../cut-score/rules/paper-cut.js';
import { rateable } from '../cut-score/rules/rateable.js';
import { cutOf } from '../marking/cut.js';
import { drawAlgorithm, drawPaper } from '../paper/draw-paper.js';
import { drawRules, keepPool } from '../paper/draw-rules.js';
import { freezePaper } from '../paper/paper.js';
import { type Quiz, QuizQueries } from '../quiz.queries.js';
import { noSuchQuiz, paperUnavailable } from '../quizzes.errors.js';
import { isOverdue, type Settings } from './attempt.js';
import { FinishAttempt } from './finish-attempt.js';
import { lockAttempt } from './lock-attempt.js';
import { type EarlierAttempt, refuseStart } from './may-start.js';
import { takeLease } from './take-lease.js';
import { type Pauses, pauseColumns, secondsFor } from './time-left.js';
import { accommodationOf } from '../accommodations/accommodation.queries.js';

export interface StartedAttempt {
  personId: string;
  /** The quiz by id, slug or `course.quiz`. */
  quiz: string;
  idempotencyKey?: string | undefined;
}

interface Earlier extends EarlierAttempt, Pauses {
  id: string;
  deadlineAt: Date | null;
  idempotencyKey: string;
  now: Date;
}

/** Begins an attempt with its paper and deadline in one transaction, or goes on with the one that is live. */
@Injectable()
export class StartAttempt {
  constructor(
    private readonly db: Database,
    private readonly quizzes: QuizQueries,
    private readonly enrollments: EnrollmentQueries,
    private readonly finishing: FinishAttempt,
  ) {}

  /** @returns the attempt's id */
  async execute({ personId, quiz: name, idempotencyKey = newId() }: StartedAttempt): Promise<string> {
    const quiz = await this.quizzes.find(name);
    if (!quiz) throw noSuchQuiz();
    return this.db.transaction(async (tx) => {
      await tx.lock(`attempts:${personId}:${quiz.id}`);
      const earlier = await earlierAttempts(tx, personId, quiz.id);
      const same = earlier.find((attempt) => attempt.idempotencyKey === idempotencyKey);
      if (same) return same.id;
      const access = await this.enrollments.access(personId, quiz.courseSlug, tx);
      if (!access?.outline.some(({ items }) => items.some((item) => item.slug === quiz.slug))) throw noSuchQuiz();
      if (earlier.length === 0) refuseClosed(access, quiz.slug);
      const live = earlier.find(({ status }) => status === 'live');
      if (live && !isOverdue(live, live.now)) return resume(tx, live.id);
      if (live) await this.finishing.finish(tx, await lockAttempt(tx, live.id, personId), 'expired');
      const past = live ? await earlierAttempts(tx, personId, quiz.id) : earlier;
      refuseStart(quiz, past, quiz.now);
      const { enrollmentId } = access;
      return begin(tx, { personId, enrollmentId, quiz, number: earlier.length + 1, idempotencyKey });
    });
  }
}

const earlierAttempts = (tx: Tx, personId: string, quizId: string) =>
  tx.rows<Earlier>(
    `SELECT id, status, deadline_at AS "deadlineAt", idempotency_key AS "idempotencyKey",
       finished_at AS "finishedAt", passed, voided_at IS NOT NULL AS voided, void_counts AS "voidCounts", ${pauseColumns}, now() AS now
     FROM attempts a WHERE person_id = $1 AND quiz_id = $2`,
    [personId, quizId],
  );

/** Whoever opens the attempt writes in it; another window learns so at its next save. */
async function resume(tx: Tx, id: string): Promise<string> {
  await takeLease(tx, id);
  return id;
}

interface Beginning {
  personId: string;
  enrollmentId: string;
  quiz: Quiz;
  number: number;
  idempotencyKey: string;
}

async function begin(tx: Tx, { personId, enrollmentId, quiz, number, idempotencyKey }: Beginning): Promise<string> {
  const pools = [...new Set(quiz.blueprint.map(({ pool }) => pool))];
  const pool = await drawable(tx, pools);
  const accommodation = await accommodationOf(tx, personId, quiz.id);
  const seed = randomInt(2 ** 31);
  const { enemies, ...rules } = await drawRules(tx, personId, quiz, pool);
  const drawn = await drawPaper(pool, { ...rules, enemies }, seed, (ids) => bodiesOf(tx, ids));
  if (!drawn) throw paperUnavailable();
  const paper = freezePaper(drawn);
  const { passPercent, minutes, review, kind, language } = quiz;
  const settings: Settings = { passPercent, minutes, review, kind, language };
  const possible = paper.reduce((sum, { marks }) => sum + marks, 0);
  const ratings = await adoptedRatings(tx, quiz.id);
  const id = newId();
  await tx.rows(
    `WITH started AS (
       INSERT INTO attempts (id, person_id, enrollment_id, quiz_id, number, idempotency_key, seed, algorithm, paper, settings,
         lease_token, marks_possible, cut, deadline_at, break_seconds)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, least(now() + make_interval(secs => $14), $16), $17)
     )
     INSERT INTO attempt_events (attempt_id, kind, data) VALUES ($1, 'attempt.started', $15)`,
    [
      id,
      personId,
      enrollmentId,
      quiz.id,
      number,
      idempotencyKey,
      seed,
      drawAlgorithm,
      JSON.stringify(paper),
      JSON.stringify(settings),
      randomToken(16),
      possible,
      ratings ? paperCut(ratings, rateable(paper, pool)).cut : cutOf(possible, passPercent),
      quiz.minutes === null ? null : secondsFor(quiz.minutes, accommodation),
      // With the pool as it was, the seed gives the same paper again.
      JSON.stringify({ seed, algorithm: drawAlgorithm, rules, pool: await keepPool(tx, pool, enemies) }),
      quiz.minutes === null ? null : quiz.closesAt,
      accommodation.breakMinutes * 60,
    ],
  );
  return id;
}
