import { Injectable } from '@nestjs/common';
import { type Article, ArticleQueries, CourseQueries, type Lesson } from '../../courses/index.js';
import { notFound } from '../../shared/index.js';
import { type Shown, shownOf } from '../products/offering.js';
import { type ProductDetail, ProductPageQueries } from '../products/product-page.queries.js';

export interface FreePreview {
  /** The instant of the price. */
  at: Date;
  course: ProductDetail & Shown;
  lesson: Lesson;
  /** How many lessons the course has. */
  lessons: number;
  /** What stands in the lesson for who studies it, and is free on a page of its own. */
  article: Article | undefined;
}

/** One lesson of a course on sale, marked free by its author, in the current edition. */
@Injectable()
export class ReadPreview {
  constructor(
    private readonly pages: ProductPageQueries,
    private readonly courses: CourseQueries,
    private readonly articles: ArticleQueries,
  ) {}

  /** @throws not_found: no such course on sale, or no such lesson that is free; which of them is not said */
  async execute(slug: string, lessonSlug: string, market: string): Promise<FreePreview> {
    const found = await this.pages.bySlug('course', slug, market);
    const course = found && shownOf(found.product, [], found.at);
    if (!found || !course?.taught || course.status !== 'published') throw notFound('lesson');
    const items = course.taught.outline.flatMap((part) => part.items);
    if (!items.some((item) => item.slug === lessonSlug && item.preview)) throw notFound('lesson');
    const lesson = await this.courses.lesson(course.taught.editionId, lessonSlug);
    if (!lesson) throw notFound('lesson');
    const article = lesson.articleSlug ? await this.articles.bySlug(lesson.articleSlug) : undefined;
    return { at: found.at, course, lesson, lessons: items.filter(({ kind }) => kind === 'lesson').length, article };
  }
}
