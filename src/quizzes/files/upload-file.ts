import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { DomainError, newId } from '../../shared/index.js';
import { questionOf } from '../attempts/attempt.js';
import { lockAttempt } from '../attempts/lock-attempt.js';
import { isOver, isPaused } from '../attempts/time-left.js';
import { attemptFinished, attemptPaused, deadlinePassed, noSuchQuestion } from '../quizzes.errors.js';
import { plainName } from './plain-name.js';
import { takeFile } from './take-file.js';

export interface FileToUpload {
  personId: string;
  attemptId: string;
  questionId: string;
  name: string | undefined;
  bytes: Buffer;
}

/** More uploads than anyone needs who changes their mind. */
const mostPerQuestion = 20;

/** Keeps a file for an answer; it counts once the answer that names it is saved. */
@Injectable()
export class UploadFile {
  constructor(private readonly db: Database) {}

  /** @returns the id that the answer names */
  async execute({ personId, attemptId, questionId, name, bytes }: FileToUpload): Promise<{ id: string; name: string }> {
    // Drawing takes a moment: not while the attempt is locked.
    const taken = await takeFile(bytes);
    return this.db.transaction(async (tx) => {
      const attempt = await lockAttempt(tx, attemptId, personId);
      const question = questionOf(attempt, questionId);
      if (question.type !== 'file') throw noSuchQuestion();
      if (attempt.status !== 'live') throw attemptFinished();
      if (isOver(attempt, attempt.now)) throw deadlinePassed();
      if (isPaused(attempt, attempt.now)) throw attemptPaused();
      const row = (await tx.row<{ limits: { accept: string[]; maxBytes: number }; uploaded: number }>(
        `SELECT (SELECT CASE WHEN $3::text IS NULL THEN v.body
             ELSE (SELECT p -> 'body' FROM jsonb_array_elements(v.body -> 'parts') p WHERE p ->> 'id' = $3) END) AS limits,
           (SELECT count(*) FROM response_files WHERE attempt_id = $1 AND question_id = $2) AS uploaded
         FROM question_versions v WHERE v.id = $4`,
        [attemptId, questionId, question.part ?? null, question.versionId],
      ))!;
      const isTaken = 'type' in taken;
      if (isTaken ? !row.limits.accept.includes(taken.type) : taken.refused === 'type')
        throw refused('file_type_refused', 'This kind of file is not taken here.');
      if (bytes.length > row.limits.maxBytes)
        throw refused('file_too_large', `The file is larger than ${row.limits.maxBytes / 1_000_000} MB.`);
      if (!isTaken)
        throw taken.refused === 'broken'
          ? refused('file_broken', 'This picture cannot be read: the file is damaged.')
          : refused('file_too_large', 'The picture has more than 50 million pixels.');
      if (row.uploaded >= mostPerQuestion)
        throw refused('too_many_files', 'Too many files were uploaded for this question.');
      const file = { id: newId(), name: plainName(name) };
      await tx.rows(
        `WITH kept AS (
           INSERT INTO response_files (id, attempt_id, question_id, name, media_type, bytes) VALUES ($1, $2, $3, $4, $5, $6)
         )
         INSERT INTO attempt_events (attempt_id, kind, data)
         VALUES ($2, 'file.uploaded', jsonb_build_object('file', $1::uuid, 'question', $3::uuid, 'bytes', length($6::bytea),
           'sha256', encode(sha256($6::bytea), 'hex')))`,
        [file.id, attemptId, questionId, file.name, taken.type, taken.bytes],
      );
      return file;
    });
  }
}

const refused = (code: string, sentence: string) =>
  new DomainError(code, sentence, { kind: 'invalid', fields: { file: sentence } });
