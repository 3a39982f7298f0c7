import { Injectable } from '@nestjs/common';
import type { OutlineModule } from '../courses/index.js';
import { Database, type Runner } from '../database/index.js';
import { accessColumns, enrolled } from './enrollment.queries.js';
import { doneCount, itemsOf, type Progress } from './outline-position.js';

/** How far one person got in a course they have from one source. */
export interface SourceStudy {
  personId: string;
  name: string;
  courseId: string;
  title: string;
  progressPercent: number;
  /** Whether anything of it was opened. */
  begun: boolean;
}

/** What a source gives, paused or not, and how far it was studied: what ends when it is taken back. */
@Injectable()
export class StudyBySourceQueries {
  constructor(private readonly db: Database) {}

  async of(sourceKind: string, sourceIds: readonly string[], runner: Runner = this.db): Promise<SourceStudy[]> {
    const rows = await runner.rows<Omit<SourceStudy, 'progressPercent'> & Studied>(
      `SELECT ${accessColumns}, p.name FROM ${enrolled} JOIN people p ON p.id = e.person_id
       WHERE EXISTS (SELECT FROM grants g WHERE g.enrollment_id = e.id AND g.source_kind = $1
         AND g.source_id = ANY($2::text[]) AND g.ended_at IS NULL)
       ORDER BY p.name, p.id, ed.title`,
      [sourceKind, sourceIds],
    );
    return rows.map(({ personId, name, courseId, title, outline, progress }) => ({
      personId,
      name,
      courseId,
      title,
      progressPercent: percentOf(outline, progress),
      begun: Object.keys(progress).length > 0,
    }));
  }
}

interface Studied {
  outline: OutlineModule[];
  progress: Progress;
}

/** Whole percent, rounded down: hundred means everything. */
function percentOf(outline: OutlineModule[], progress: Progress): number {
  const items = itemsOf(outline).length;
  return items === 0 ? 0 : Math.floor((doneCount(outline, progress) * 100) / items);
}
