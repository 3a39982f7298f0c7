import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';

/** Opening balances that were brought in. */
export interface OpeningRow {
  number: number;
  date: string;
  description: string;
  postedAt: Date;
  postedBy: string;
  reversedBy: number | null;
}

@Injectable()
export class OpeningQueries {
  constructor(private readonly db: Database) {}

  list(): Promise<OpeningRow[]> {
    return this.db.rows<OpeningRow>(
      `SELECT e.number, e.date, e.description, e.posted_at AS "postedAt", p.name AS "postedBy", r.number AS "reversedBy"
       FROM journal_entries e JOIN people p ON p.id = e.posted_by LEFT JOIN journal_entries r ON r.reverses = e.number
       WHERE e.source_kind = 'opening_file' ORDER BY e.number DESC LIMIT 100`,
    );
  }

  /** How often this file was posted, and the entry of it that still stands: one that was reversed does not. */
  async posted(hash: string, runner: Runner = this.db): Promise<{ times: number; standing: number | null }> {
    const row = await runner.row<{ times: number; standing: number | null }>(
      `SELECT count(*)::int AS times, max(e.number) FILTER (WHERE r.number IS NULL) AS standing
       FROM journal_entries e LEFT JOIN journal_entries r ON r.reverses = e.number
       WHERE e.source_kind = 'opening_file' AND e.source_id = $1`,
      [hash],
    );
    return row!;
  }

  async chart(runner: Runner = this.db): Promise<Map<string, string>> {
    const rows = await runner.rows<{ code: string; name: string }>('SELECT code, name FROM accounts ORDER BY code');
    return new Map(rows.map(({ code, name }) => [code, name]));
  }
}
