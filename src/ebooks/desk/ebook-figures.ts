import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';

/** What happened to a book in a month, by where readers came from. Counts people, not clicks. */
export interface EbookFigures {
  /** Sorts by month, book and page. */
  id: string;
  /** `2026-11` */
  month: string;
  ebook: string;
  source: string | null;
  asked: number;
  confirmed: number;
  pdf: number;
  epub: number;
}

@Injectable()
export class EbookFigureQueries {
  constructor(private readonly db: Database) {}

  /** Newest month first. */
  rows(limit: number, after: string | null): Promise<EbookFigures[]> {
    return this.db.rows(
      `SELECT * FROM (
         SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM') || '|' || ebook || '|' || coalesce(source, '') AS id,
           to_char(at AT TIME ZONE 'UTC', 'YYYY-MM') AS month, ebook, source,
           count(*) FILTER (WHERE what = 'asked') AS asked, count(*) FILTER (WHERE what = 'confirmed') AS confirmed,
           count(*) FILTER (WHERE what = 'pdf') AS pdf, count(*) FILTER (WHERE what = 'epub') AS epub
         FROM ebook_events GROUP BY 1, 2, 3, 4) AS figures
       WHERE $2::text IS NULL OR id < $2 ORDER BY id DESC LIMIT $1`,
      [limit, after],
    );
  }

  async totals(): Promise<Pick<EbookFigures, 'asked' | 'confirmed' | 'pdf' | 'epub'>> {
    const row = await this.db.row<EbookFigures>(
      `SELECT count(*) FILTER (WHERE what = 'asked') AS asked, count(*) FILTER (WHERE what = 'confirmed') AS confirmed,
         count(*) FILTER (WHERE what = 'pdf') AS pdf, count(*) FILTER (WHERE what = 'epub') AS epub FROM ebook_events`,
    );
    return row!;
  }
}
