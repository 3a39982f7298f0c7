import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';

/** One edition in the history of a course. */
export interface Edition {
  number: number;
  title: string;
  publishedAt: Date;
  /** By which way it came first; null for one that was imported before files were kept. */
  door: 'folder' | 'desk' | null;
  /** Whoever begins now studies this one. */
  isCurrent: boolean;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
  reason: string | null;
}

@Injectable()
export class EditionQueries {
  constructor(private readonly db: Database) {}

  /** The editions of a course, the newest first; nothing where there is no such course. */
  list(course: string): Promise<Edition[]> {
    return this.db.rows(
      `SELECT e.number, e.title, e.published_at AS "publishedAt", e.id = c.current_edition_id AS "isCurrent",
         (SELECT s.door FROM content_sources s WHERE s.edition_id = e.id ORDER BY s.id LIMIT 1) AS door,
         w.at AS "withdrawnAt", p.name AS "withdrawnBy", w.reason
       FROM courses c JOIN editions e ON e.course_id = c.id
       LEFT JOIN edition_withdrawals w ON w.edition_id = e.id LEFT JOIN people p ON p.id = w.by
       WHERE c.slug = $1 ORDER BY e.number DESC`,
      [course],
    );
  }
}
