import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { keyOf, type StoredBody, type StoredKey } from '../../questions/index.js';
import type { Settings } from '../attempts/attempt.js';
import { markQuestion } from '../marking/mark-question.js';
import type { PaperQuestion } from '../paper/paper.js';
import { posed } from '../paper/posed.js';
import { type BrokenLink, EventChain } from './event-chain.js';
import { EventQueries } from './event.queries.js';

export interface Verified {
  events: number;
  marks: number;
  /** The first broken event of the log, if any. */
  broken: BrokenLink | undefined;
  /** Marks that the stored answer and the key of its version do not give. */
  wrong: { attemptId: string; questionId: string; stored: number; marked: number }[];
}

interface Marked {
  attemptId: string;
  question: PaperQuestion;
  settings: Settings;
  body: StoredBody;
  key: StoredKey;
  response: object | null;
  awarded: number;
}

/** Recomputes every hash of the attempts' logs and every mark a machine gave. */
@Injectable()
export class VerifyAttempts {
  constructor(
    private readonly db: Database,
    private readonly events: EventQueries,
  ) {}

  async execute(): Promise<Verified> {
    const verified: Verified = { events: 0, marks: 0, broken: undefined, wrong: [] };
    const chain = new EventChain();
    await this.events.each((events) => {
      verified.events += events.length;
      for (const event of events) verified.broken ??= chain.next(event);
    });
    await this.db.transaction(async (tx) => {
      for await (const rows of tx.stream<Marked>(machineMarks)) {
        verified.marks += rows.length;
        for (const row of rows) {
          const asPosed = posed(row.question, row.body, row.settings);
          const mark = markQuestion(row.question, asPosed, keyOf(row.key, row.question), row.response);
          if (mark?.awarded === row.awarded) continue;
          const { attemptId, question, awarded: stored } = row;
          verified.wrong.push({ attemptId, questionId: question.id, stored, marked: mark?.awarded ?? 0 });
        }
      }
    });
    return verified;
  }
}

const machineMarks = `SELECT m.attempt_id AS "attemptId", p.question, a.settings, v.body, v.key, r.response,
    m.awarded::float8 AS awarded
  FROM marks m JOIN attempts a ON a.id = m.attempt_id JOIN question_versions v ON v.id = m.question_version_id
    CROSS JOIN LATERAL (SELECT p AS question FROM jsonb_array_elements(a.paper) p WHERE p ->> 'id' = m.question_id::text) p
    LEFT JOIN responses r ON r.attempt_id = m.attempt_id AND r.question_id = m.question_id AND NOT r.late
  WHERE m.cause = 'machine'`;
