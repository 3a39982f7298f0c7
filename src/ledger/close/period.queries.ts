import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';
import { nextMonth } from '../journal/months.js';
import type { Period, PeriodMove, SeenMove } from './period.js';

/** What was posted after its month had been closed. */
export interface LateEntry {
  number: number;
  date: string;
  happenedOn: string;
  kind: string;
  description: string;
  orderNumber: string | null;
}

const moveColumns = `v.id, v.move, v.by, v.by_name AS "byName", v.at, v.note`;
/** Every month from the first one with postings to the present one. */
const months = `
  SELECT m::date AS month, coalesce(p.status, 'open') AS status,
    m::date < date_trunc('month', now() AT TIME ZONE 'UTC') AS "isOver",
    coalesce(p.status = 'closed', false)
      AND NOT EXISTS (SELECT FROM periods l WHERE l.month > m::date AND l.status = 'closed') AS "isLastClosed",
    (SELECT to_jsonb(x) FROM (SELECT ${moveColumns} FROM period_moves v WHERE v.month = m::date
      AND NOT EXISTS (SELECT FROM period_moves f WHERE f.follows = v.id)) AS x) AS last
  FROM generate_series((SELECT min(month) FROM periods)::timestamp,
    greatest((SELECT max(month) FROM periods), date_trunc('month', now() AT TIME ZONE 'UTC')), interval '1 month') AS m
  LEFT JOIN periods p ON p.month = m::date`;

type Stored = Omit<Period, 'last'> & { last: (Omit<PeriodMove, 'at'> & { at: string }) | null };

@Injectable()
export class PeriodQueries {
  constructor(private readonly db: Database) {}

  /** Newest first. */
  async list(): Promise<Period[]> {
    return (await this.db.rows<Stored>(`${months} ORDER BY 1 DESC`)).map(read);
  }

  async byMonth(month: string, runner: Runner = this.db): Promise<Period | undefined> {
    const row = await runner.row<Stored>(`${months} WHERE m::date = $1`, [month]);
    return row && read(row);
  }

  /** The audit trail, oldest first. */
  moves(month: string): Promise<SeenMove[]> {
    return this.db.rows<SeenMove>(
      `WITH RECURSIVE trail AS (
         SELECT v.*, 1 AS place FROM period_moves v WHERE v.month = $1 AND v.follows IS NULL
         UNION ALL SELECT v.*, t.place + 1 FROM trail t JOIN period_moves v ON v.follows = t.id)
       SELECT ${moveColumns}, v.seen FROM trail v ORDER BY v.place`,
      [month],
    );
  }

  /** What happened in the month and stands in a later one, as it was closed when it came in. */
  late(month: string): Promise<LateEntry[]> {
    return this.db.rows<LateEntry>(
      `SELECT e.number, e.date, e.happened_on AS "happenedOn", e.kind, e.description,
         (SELECT o.number FROM orders o WHERE o.id = e.order_id) AS "orderNumber"
       FROM journal_entries e WHERE e.happened_on >= $1 AND e.happened_on < $2 AND e.date >= $2 ORDER BY e.number`,
      [month, nextMonth(month)],
    );
  }
}

const read = ({ last, ...rest }: Stored): Period => ({ ...rest, last: last && { ...last, at: new Date(last.at) } });
