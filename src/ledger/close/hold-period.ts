import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { newId, notFound } from '../../shared/index.js';
import { lockJournal } from '../journal/post-entries.js';
import type { Checklist } from './checklist.js';
import { PeriodQueries } from './period.queries.js';
import type { MoveKind, Period } from './period.js';

interface NewMove {
  move: MoveKind;
  by: string;
  note: string;
  seen?: Checklist;
}

/** Holds a month so that nothing is posted into it and nobody else moves it until the end of the transaction. */
@Injectable()
export class HoldPeriod {
  constructor(private readonly periods: PeriodQueries) {}

  /** @throws not_found for a month before the books begin or after the present one */
  async hold(tx: Tx, month: string): Promise<Period> {
    await lockJournal(tx);
    if (!(await this.periods.byMonth(month, tx))) throw notFound('month');
    await tx.rows('INSERT INTO periods (month) VALUES ($1) ON CONFLICT DO NOTHING', [month]);
    await tx.rows('SELECT FROM periods WHERE month = $1 FOR UPDATE', [month]);
    return (await this.periods.byMonth(month, tx))!;
  }

  /** Writes what was done to the month, with whoever did it by name, and what the month is then. */
  async move(tx: Tx, { month, last, status }: Period, { move, by, note, seen }: NewMove): Promise<void> {
    // Not the beginning of the transaction: it may have waited for an entry that is posted before it.
    await tx.rows(
      `INSERT INTO period_moves (id, month, move, by, by_name, at, note, seen, follows)
       SELECT $1, $2, $3, id, name, clock_timestamp(), $5, $6, $7 FROM people WHERE id = $4`,
      [newId(), month, move, by, note, seen ? JSON.stringify(seen) : null, last?.id ?? null],
    );
    const now = move === 'closed' ? 'closed' : move === 'reopened' ? 'open' : status;
    await tx.rows('UPDATE periods SET status = $2 WHERE month = $1 AND status <> $2', [month, now]);
  }
}
