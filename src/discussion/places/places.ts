import { Injectable } from '@nestjs/common';
import { ArticleQueries, CourseQueries, type OutlineItem, type OutlineModule } from '../../courses/index.js';
import { EnrollmentQueries, ruleOf } from '../../enrollment/index.js';
import { notFound } from '../../shared/index.js';
import type { Viewer } from '../../web/index.js';

/** Something that people talk about. */
export interface Place {
  /** Of its page; names it. */
  path: string;
  title: string;
  /** It is open only to those who study there. */
  isPaid: boolean;
}

export const isModerator = (viewer: Pick<Viewer, 'roles'> | null): boolean =>
  viewer?.roles.some((role) => role === 'author' || role === 'admin') ?? false;

const article = /^\/articles\/([a-z0-9-]+)$/;
const lesson = /^\/learn\/([a-z0-9-]+)\/([a-z0-9-]+)$/;

/** Finds what may be talked about: articles by everybody, lessons by whoever may read them. */
@Injectable()
export class Places {
  constructor(
    private readonly articles: ArticleQueries,
    private readonly courses: CourseQueries,
    private readonly enrollments: EnrollmentQueries,
  ) {}

  /** @throws not_found, also where the viewer may not read */
  async find(path: string, viewer: Viewer | null): Promise<Place> {
    const title = (await this.articleTitle(path)) ?? (await this.lessonTitle(path, viewer));
    if (title === undefined) throw notFound('page');
    return { path, title, isPaid: lesson.test(path) };
  }

  private async articleTitle(path: string): Promise<string | undefined> {
    const slug = article.exec(path)?.[1];
    return slug === undefined ? undefined : (await this.articles.bySlug(slug))?.title;
  }

  private async lessonTitle(path: string, viewer: Viewer | null): Promise<string | undefined> {
    const [, course, slug] = lesson.exec(path) ?? [];
    if (course === undefined || !viewer) return undefined;
    const isIt = (item: OutlineItem) => item.kind === 'lesson' && item.slug === slug;
    if (isModerator(viewer)) return itemsIn(await this.courses.bySlug(course)).find(isIt)?.title;
    const access = await this.enrollments.access(viewer.personId, course);
    return access && itemsIn(access).find((item) => isIt(item) && ruleOf(item, access).isOpen)?.title;
  }
}

const itemsIn = (read: { outline: OutlineModule[] } | undefined): OutlineItem[] =>
  read?.outline.flatMap(({ items }) => items) ?? [];
