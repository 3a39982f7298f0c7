import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { noSuchAttempt } from '../quizzes.errors.js';
import type { AttemptStatus } from './attempt.js';
import { isUuid } from './lock-attempt.js';
import { breakEndsAt, deadlineAt, isPaused, type Pauses, pauseColumns, pausedFor } from './time-left.js';

/** What a running attempt's page asks for every few seconds. */
export interface Clock {
  status: AttemptStatus;
  now: Date;
  /** The instant at which the time is over, if nothing changes; while paused, if the clock ran again now. */
  deadline: Date | null;
  pausedBy: 'break' | 'proctor' | null;
  /** When the break ends by itself. */
  breakEndsAt: Date | null;
  breakLeftSeconds: number;
  lease: string;
}

type Row = Pauses & { status: AttemptStatus; deadlineAt: Date | null; lease: string; now: Date };

@Injectable()
export class AttemptClock {
  constructor(private readonly db: Database) {}

  /** One read of one row. @throws not_found also for somebody else's */
  async read(personId: string, id: string): Promise<Clock> {
    const row = isUuid(id)
      ? await this.db.row<Row>(
          `SELECT a.status, a.deadline_at AS "deadlineAt", ${pauseColumns}, a.lease_token AS lease, now() AS now
           FROM attempts a WHERE a.id = $1 AND a.person_id = $2`,
          [id, personId],
        )
      : undefined;
    if (!row) throw noSuchAttempt();
    const paused = isPaused(row, row.now);
    const used = row.breakUsed + (row.pausedBy === 'break' ? pausedFor(row, row.now) : 0);
    return {
      status: row.status,
      now: row.now,
      deadline: row.status === 'live' ? deadlineAt(row, row.now) : row.deadlineAt,
      pausedBy: paused ? row.pausedBy : null,
      breakEndsAt: paused ? breakEndsAt(row) : null,
      breakLeftSeconds: Math.max(0, Math.floor(row.breakSeconds - used)),
      lease: row.lease,
    };
  }
}
