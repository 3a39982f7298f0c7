import { Injectable } from '@nestjs/common';
import { type ContentFolder, ContentProblem } from '../content-reader/index.js';
import { Database, type Tx } from '../../database/index.js';
import { type Door, recordSources } from '../sources/record-sources.js';
import { missingVideos } from './missing-videos.js';
import { needsAreMet } from './needs-are-met.js';
import { publishArticles } from './publish-articles.js';
import { publishEditions } from './publish-editions.js';

/** Makes what a content folder teaches current: what changed becomes the next numbered edition, the rest stays. */
@Injectable()
export class ImportContent {
  constructor(private readonly db: Database) {}

  /**
   * All of the folder or nothing. Nodes that start together take turns. Answers with a line for each new edition.
   * @throws ContentProblem when a lesson names an article that is neither in the folder nor was imported before, or a video
   * that nobody uploaded
   */
  async execute(content: ContentFolder): Promise<string[]> {
    return this.db.transaction((tx) => this.within(tx, content, 'folder'));
  }

  /** The same in an open transaction, by the door that the content came through. @throws ContentProblem */
  async within(tx: Tx, content: ContentFolder, door: Door): Promise<string[]> {
    await tx.lock('courses.import');
    const articles = await publishArticles(tx, content.articles);
    await resourcesExist(tx, content);
    const missing = await missingVideos(tx, content);
    if (missing.length > 0) throw new ContentProblem(missing);
    await needsAreMet(tx, content.courses);
    const editions = await publishEditions(tx, content.courses);
    await recordSources(tx, content.sources, door);
    return [...articles, ...editions];
  }
}

async function resourcesExist(tx: Tx, { courses }: ContentFolder): Promise<void> {
  const wanted = courses
    .flatMap(({ lessons }) => lessons)
    .flatMap(({ file, resource }) => (resource ? [{ file, ...resource }] : []));
  if (wanted.length === 0) return;
  const names = wanted.map(({ article }) => article);
  const known = await tx.rows<{ slug: string }>('SELECT DISTINCT slug FROM articles WHERE slug = ANY($1::text[])', [
    names,
  ]);
  const slugs = new Set(known.map(({ slug }) => slug));
  const missing = wanted.filter(({ article }) => !slugs.has(article));
  if (missing.length === 0) return;
  throw new ContentProblem(
    missing.map(({ file, line, article }) => ({ file, line, message: `There is no article "${article}".` })),
  );
}
