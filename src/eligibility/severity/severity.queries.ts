import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { deviationOf, type RatingSum } from './severity.js';

export interface SeverityRow {
  preceptorId: string;
  name: string;
  signed: number;
  refused: number;
  rated: number;
  /** From 1 to 5; null without ratings. */
  mean: number | null;
  /** Against all others on shared procedures; null: too few to say. */
  deviation: number | null;
}

/** How strictly preceptors rate. */
@Injectable()
export class SeverityQueries {
  constructor(private readonly db: Database) {}

  /** By name. */
  async report(): Promise<SeverityRow[]> {
    const rows = await this.db.rows<Omit<SeverityRow, 'deviation'> & { sums: Omit<RatingSum, 'preceptorId'>[] }>(
      `SELECT p.id AS "preceptorId", p.name, sum(t.signed)::integer AS signed, sum(t.refused)::integer AS refused,
         sum(t.count)::integer AS rated, (sum(t.sum) / nullif(sum(t.count), 0))::float8 AS mean,
         jsonb_agg(jsonb_build_object('procedure', t.procedure, 'count', t.count, 'sum', t.sum)) FILTER (WHERE t.count > 0) AS sums
       FROM (SELECT s.preceptor_id, e.procedure, count(*) FILTER (WHERE s.decision = 'signed') AS signed,
           count(*) FILTER (WHERE s.decision = 'refused') AS refused, count(s.rating) AS count, coalesce(sum(s.rating), 0) AS sum
         FROM sign_offs s JOIN logbook_entries e ON e.id = s.entry_id GROUP BY s.preceptor_id, e.procedure) t
       JOIN people p ON p.id = t.preceptor_id GROUP BY p.id ORDER BY p.name, p.id`,
    );
    const all = rows.flatMap(({ preceptorId, sums }) => (sums ?? []).map((sum) => ({ ...sum, preceptorId })));
    return rows.map(({ sums: _, ...row }) => ({ ...row, deviation: deviationOf(row.preceptorId, all) ?? null }));
  }
}
