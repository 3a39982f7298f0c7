import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { isUuid } from '../attempts/lock-attempt.js';
import type { HandedIn } from './take-file.js';

export interface HandedInFile {
  name: string;
  mediaType: HandedIn;
  bytes: Buffer;
}

@Injectable()
export class FileQueries {
  constructor(private readonly db: Database) {}

  /** A file of an attempt; with a person, only of their own. */
  async find(attemptId: string, id: string, personId: string | null): Promise<HandedInFile | undefined> {
    if (!isUuid(attemptId) || !isUuid(id)) return undefined;
    return this.db.row<HandedInFile>(
      `SELECT f.name, f.media_type AS "mediaType", f.bytes FROM response_files f JOIN attempts a ON a.id = f.attempt_id
       WHERE f.id = $2 AND a.id = $1 AND ($3::uuid IS NULL OR a.person_id = $3)`,
      [attemptId, id, personId],
    );
  }
}

/** Whether all of these files were uploaded for this question of this attempt. */
export async function areOf(tx: Tx, attemptId: string, questionId: string, files: string[]): Promise<boolean> {
  const row = await tx.row<{ found: number }>(
    'SELECT count(*) AS found FROM response_files WHERE attempt_id = $1 AND question_id = $2 AND id = ANY ($3::uuid[])',
    [attemptId, questionId, files],
  );
  return row!.found === files.length;
}
