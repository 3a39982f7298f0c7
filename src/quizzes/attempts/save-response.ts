import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { areOf } from '../files/file.queries.js';
import {
  answerChecked,
  attemptFinished,
  attemptPaused,
  deadlinePassed,
  leaseLost,
  noSuchFile,
  responseChanged,
  type Stored,
} from '../quizzes.errors.js';
import { questionType } from '../../questions/index.js';
import { posed } from '../paper/posed.js';
import { questionOf } from './attempt.js';
import { FinishAttempt } from './finish-attempt.js';
import { type LockedAttempt, lockWithQuestion } from './lock-attempt.js';
import { unpause } from './pause-attempt.js';
import { isOver, isPaused } from './time-left.js';

export interface ResponseToSave {
  personId: string;
  attemptId: string;
  questionId: string;
  /** The revision the writer knows; 0 before the first save. */
  rev: number;
  response: unknown;
  /** If given, it must be the lease of whoever opened the attempt last. */
  lease?: string | undefined;
}

export interface SavedResponse {
  rev: number;
  savedAt: Date;
}

type Save = ResponseToSave & { read: object | null };

/** So many late answers to one question are kept on record; nobody fills the log of an attempt that is over. */
const lateAnswers = 20;

/** Stores one answer if it builds on the stored one. A stale, late or malformed answer replaces nothing. */
@Injectable()
export class SaveResponse {
  constructor(
    private readonly db: Database,
    private readonly finishing: FinishAttempt,
  ) {}

  async execute(save: ResponseToSave): Promise<SavedResponse> {
    const saved = await this.db.transaction(async (tx) => {
      const attempt = await lockWithQuestion(tx, save.attemptId, save.personId, save.questionId);
      const question = questionOf(attempt, save.questionId);
      if (attempt.status === 'submitted' || attempt.status === 'ended') throw attemptFinished();
      const read = questionType(question.type).read(save.response, posed(question, attempt.body, attempt.settings));
      await this.filesAreTheirs(tx, save, read);
      if (attempt.status === 'expired' || isOver(attempt, attempt.now))
        return this.keepLate(tx, attempt, { ...save, read });
      if (isPaused(attempt, attempt.now)) throw attemptPaused();
      // A break that used up its allowance ended by itself.
      await unpause(tx, attempt);
      if (save.lease !== undefined && save.lease !== attempt.leaseToken) throw leaseLost();
      return store(tx, { ...save, read });
    });
    // Refused only after the commit: the late answer stays on record.
    if (!saved) throw deadlinePassed();
    return saved;
  }

  /** An answer names files that were uploaded for it, and no other. */
  private async filesAreTheirs(tx: Tx, { attemptId, questionId }: ResponseToSave, read: object | null): Promise<void> {
    const { files } = (read ?? {}) as { files?: string[] };
    if (files && !(await areOf(tx, attemptId, questionId, files))) throw noSuchFile();
  }

  private async keepLate(tx: Tx, attempt: LockedAttempt, save: Save): Promise<undefined> {
    if (attempt.status === 'live') await this.finishing.finish(tx, attempt, 'expired');
    await tx.rows(
      `WITH kept AS (
         INSERT INTO responses AS r (attempt_id, question_id, late, rev, response, saved_at)
         VALUES ($1, $2, true, 1, $3::jsonb, now())
         ON CONFLICT ON CONSTRAINT pk_responses DO UPDATE SET rev = r.rev + 1, response = excluded.response, saved_at = now()
           WHERE r.rev < $4
         RETURNING rev
       )
       INSERT INTO attempt_events (attempt_id, kind, data)
       SELECT $1, 'response.late', jsonb_build_object('question', $2::uuid, 'rev', rev, 'response', $3::jsonb) FROM kept`,
      [save.attemptId, save.questionId, jsonOf(save.read), lateAnswers],
    );
  }
}

async function store(tx: Tx, { attemptId, questionId, rev, read }: Save): Promise<SavedResponse> {
  const saved = await tx.row<SavedResponse>(
    `WITH saved AS (
       INSERT INTO responses AS r (attempt_id, question_id, rev, response, saved_at)
       SELECT $1, $2, $3::integer + 1, $4::jsonb, now()
       WHERE ($3 = 0 OR EXISTS (SELECT FROM responses WHERE attempt_id = $1 AND question_id = $2 AND NOT late))
         AND NOT EXISTS (SELECT FROM answer_checks WHERE attempt_id = $1 AND question_id = $2)
       ON CONFLICT ON CONSTRAINT pk_responses DO UPDATE
         SET rev = excluded.rev, response = excluded.response, saved_at = excluded.saved_at WHERE r.rev = $3
       RETURNING rev, saved_at
     ), logged AS (
       INSERT INTO attempt_events (attempt_id, kind, data)
       SELECT $1, 'response.saved', jsonb_build_object('question', $2::uuid, 'rev', rev, 'response', $4::jsonb) FROM saved
     )
     SELECT rev, saved_at AS "savedAt" FROM saved`,
    [attemptId, questionId, rev, jsonOf(read)],
  );
  if (saved) return saved;
  if (await isChecked(tx, attemptId, questionId)) throw answerChecked();
  throw responseChanged(await stored(tx, attemptId, questionId));
}

async function stored(tx: Tx, attemptId: string, questionId: string): Promise<Stored> {
  const row = await tx.row<Stored>(
    `SELECT rev, response, saved_at AS "savedAt" FROM responses WHERE attempt_id = $1 AND question_id = $2 AND NOT late`,
    [attemptId, questionId],
  );
  return row ?? { rev: 0, response: null, savedAt: null };
}

/** A cleared answer is stored as SQL's null, not as JSON's. */
const jsonOf = (response: object | null) => (response === null ? null : JSON.stringify(response));

const isChecked = async (tx: Tx, attemptId: string, questionId: string): Promise<boolean> =>
  (await tx.row('SELECT FROM answer_checks WHERE attempt_id = $1 AND question_id = $2', [attemptId, questionId])) !==
  undefined;
