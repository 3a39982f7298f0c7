import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { ContentFolder } from '../content-reader/index.js';
import { treeOf } from './record-sources.js';

/**
 * A folder has a say about a course only when its files changed since it was last brought: a course that was edited at the
 * desk meanwhile is not thrown back by a folder that has nothing new to tell.
 */
@Injectable()
export class NotMovedOn {
  constructor(private readonly db: Database) {}

  /** The content without the courses that moved on since the folder last spoke of them. */
  async of(content: ContentFolder): Promise<ContentFolder> {
    const trees = content.sources.map(({ base, files }) => ({ base, tree: treeOf(files) }));
    const rows = await this.db.rows<{ base: string }>(
      `SELECT given.base FROM jsonb_to_recordset($1::jsonb) AS given (base text, tree text)
       JOIN courses c ON 'courses/' || c.slug = given.base
       JOIN LATERAL (SELECT tree, edition_id FROM content_sources s
         WHERE s.base = given.base AND s.door = 'folder' ORDER BY s.id DESC LIMIT 1) AS last ON last.tree = given.tree
       WHERE last.edition_id <> c.current_edition_id OR EXISTS (
         SELECT FROM content_sources d WHERE d.base = given.base AND d.door = 'desk' AND d.id > (
           SELECT max(s.id::text)::uuid FROM content_sources s WHERE s.base = given.base AND s.door = 'folder'))`,
      [JSON.stringify(trees)],
    );
    const movedOn = new Set(rows.map(({ base }) => base));
    return {
      ...content,
      courses: content.courses.filter(({ slug }) => !movedOn.has(`courses/${slug}`)),
      sources: content.sources.filter(({ base }) => !movedOn.has(base)),
    };
  }
}
