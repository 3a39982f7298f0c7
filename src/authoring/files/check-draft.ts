import { Injectable } from '@nestjs/common';
import {
  ArticleQueries,
  type ContentFolder,
  missingVideos,
  type Problem,
  readOneCourse,
  SourceQueries,
} from '../../courses/index.js';
import { Database } from '../../database/index.js';
import { DraftQueries } from '../drafts/draft.queries.js';

export interface CheckedDraft {
  /** There exactly when there is no problem. */
  content: ContentFolder | undefined;
  /** Their files by the path below the course. */
  problems: Problem[];
}

/** Reads a draft as the importer would, with all that it says. */
@Injectable()
export class CheckDraft {
  constructor(
    private readonly drafts: DraftQueries,
    private readonly sources: SourceQueries,
    private readonly articles: ArticleQueries,
    private readonly db: Database,
  ) {}

  async execute({ id, course }: { id: string; course: string }): Promise<CheckedDraft> {
    const [files, around] = await Promise.all([this.drafts.contents(id), this.sources.around(course)]);
    const { content, problems } = await readOneCourse(course, files, around);
    const missing = content
      ? [...(await this.missingArticles(content)), ...(await missingVideos(this.db, content))]
      : [];
    const base = `courses/${course}/`;
    return {
      content: missing.length === 0 ? content : undefined,
      problems: [...problems, ...missing].map((each) => ({ ...each, file: each.file.replace(base, '') })),
    };
  }

  private async missingArticles({ courses }: ContentFolder): Promise<Problem[]> {
    const found: Problem[] = [];
    for (const { file, resource } of courses.flatMap(({ lessons }) => lessons)) {
      if (!resource || (await this.articles.bySlug(resource.article))) continue;
      found.push({ file, line: resource.line, message: `There is no article "${resource.article}".` });
    }
    return found;
  }
}
