import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';
import type { SourceFile } from '../content-reader/index.js';

/** The files of a course as they were last brought, by either door. */
export interface CourseSource {
  id: string;
  editionId: string;
  /** Which edition the files stand for. */
  number: number;
  /** One hash of all its files. */
  tree: string;
}

const columns = 's.id, s.edition_id AS "editionId", e.number, s.tree';
const from = 'content_sources s JOIN editions e ON e.id = s.edition_id';

@Injectable()
export class SourceQueries {
  constructor(private readonly db: Database) {}

  /** The newest files of the course's current edition. */
  newest(slug: string, runner: Runner = this.db): Promise<CourseSource | undefined> {
    return runner.row(
      `SELECT ${columns} FROM ${from} JOIN courses c ON c.current_edition_id = e.id
       WHERE c.slug = $1 ORDER BY s.id DESC LIMIT 1`,
      [slug],
    );
  }

  /** The newest files of an edition by its number. */
  ofEdition(slug: string, number: number): Promise<CourseSource | undefined> {
    return this.db.row(
      `SELECT ${columns} FROM ${from} JOIN courses c ON c.id = e.course_id
       WHERE c.slug = $1 AND e.number = $2 ORDER BY s.id DESC LIMIT 1`,
      [slug, number],
    );
  }

  files(sourceId: string, runner: Runner = this.db): Promise<SourceFile[]> {
    return runner.rows(
      `SELECT f.path, k.bytes FROM content_source_files f JOIN kept_files k USING (sha256)
       WHERE f.source_id = $1 ORDER BY f.path COLLATE "C"`,
      [sourceId],
    );
  }

  /** What a course is checked against: the files that courses share, and the names of those of other courses. */
  async around(slug: string): Promise<{ shared: Map<string, Buffer>; others: string[] }> {
    const newest = `SELECT DISTINCT ON (base) id, base FROM content_sources ORDER BY base, id DESC`;
    const [shared, others] = await Promise.all([
      this.db.rows<SourceFile>(
        `SELECT n.base || '/' || f.path AS path, k.bytes FROM (${newest}) n
         JOIN content_source_files f ON f.source_id = n.id JOIN kept_files k USING (sha256)
         WHERE n.base NOT LIKE 'courses/%'`,
      ),
      this.db.rows<{ path: string }>(
        `SELECT n.base || '/' || f.path AS path FROM (${newest}) n JOIN content_source_files f ON f.source_id = n.id
         WHERE n.base LIKE 'courses/%' AND n.base <> $1`,
        [`courses/${slug}`],
      ),
    ]);
    return { shared: new Map(shared.map(({ path, bytes }) => [path, bytes])), others: others.map(({ path }) => path) };
  }
}
