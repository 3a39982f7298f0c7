import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';

/** Days as `YYYY-MM-DD` (UTC). */
export interface BookDays {
  /** Of the first and the last posting; null while the books are empty. */
  first: string | null;
  last: string | null;
  today: string;
}

/** How far the books reach, and in which currencies they are kept. */
@Injectable()
export class BookDaysQueries {
  constructor(private readonly db: Database) {}

  async days(): Promise<BookDays> {
    const row = await this.db.row<BookDays>(
      `SELECT (SELECT min(day) FROM daily_balances) AS first, (SELECT max(day) FROM daily_balances) AS last,
         (now() AT TIME ZONE 'UTC')::date AS today`,
    );
    return row!;
  }

  /** In alphabetical order; hops from one to the next in the index, so that it costs currencies and not days. */
  async currencies(): Promise<string[]> {
    const rows = await this.db.rows<{ currency: string }>(
      `WITH RECURSIVE known AS (
         SELECT min(currency) AS currency FROM daily_balances
         UNION ALL
         SELECT (SELECT min(b.currency) FROM daily_balances b WHERE b.currency > known.currency) FROM known
         WHERE known.currency IS NOT NULL
       ) SELECT currency FROM known WHERE currency IS NOT NULL`,
    );
    return rows.map(({ currency }) => currency);
  }
}
