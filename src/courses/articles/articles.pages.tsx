import { Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { notFound } from '../../shared/index.js';
import { Allow, Page, PageController, type PageContext } from '../../web/index.js';
import { ArticleListView } from '../views/article-list.js';
import { ArticlePrintView } from '../views/article-print.js';
import { ArticleView } from '../views/article.js';
import { Discussions } from '../discussions.js';
import { RelatedCourses } from '../related-courses.js';
import { SlugPipe } from '../slug.pipe.js';
import { ArticleQueries } from './article.queries.js';

/** `?print` gives the article alone, for paper. */
const wanted = z.object({ print: z.string().optional() });

@PageController('articles')
@Allow('anyone')
export class ArticlePages {
  constructor(
    private readonly articles: ArticleQueries,
    private readonly discussions: Discussions,
    private readonly related: RelatedCourses,
  ) {}

  @Get()
  async list(@Page() page: PageContext): Promise<JSX.Element> {
    return ArticleListView({ page, articles: await this.articles.list(200) });
  }

  @Get(':slug')
  async show(
    @Page() page: PageContext,
    @Param('slug', SlugPipe) slug: string,
    @Query({ schema: wanted }) query: z.infer<typeof wanted>,
  ): Promise<JSX.Element> {
    const article = await this.articles.bySlug(slug);
    if (!article) throw notFound('article');
    if (query.print !== undefined) return ArticlePrintView({ page, article });
    const [comments, related] = await Promise.all([
      this.discussions.below(page, `/articles/${slug}`),
      this.related.to(slug),
    ]);
    return ArticleView({ page, article, comments, related });
  }
}
