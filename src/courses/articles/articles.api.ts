import { Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { notFound } from '../../shared/index.js';
import { Allow, Answers, ApiController, Refuses } from '../../web/index.js';
import { articleCardSchema, articleSchema } from './article.schemas.js';
import { RelatedCourses } from '../related-courses.js';
import { SlugPipe } from '../slug.pipe.js';
import { ArticleQueries } from './article.queries.js';

const listed = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: z.string().max(80).optional().describe('The slug of the last article already known'),
});

const relatedCourse = z
  .object({ slug: z.string(), title: z.string(), summary: z.string(), minutes: z.int() })
  .describe('A course on sale that goes further');

@ApiController('articles', 'courses')
@Allow('anyone')
export class ArticleApi {
  constructor(
    private readonly articles: ArticleQueries,
    private readonly related: RelatedCourses,
  ) {}

  @Get()
  @Answers(200, z.object({ items: z.array(articleCardSchema), next: z.string().nullable() }))
  @Refuses('400 malformed')
  async list(@Query({ schema: listed }) { limit, after }: z.infer<typeof listed>) {
    const items = await this.articles.list(limit, after);
    return { items, next: items.length === limit ? items.at(-1)!.slug : null };
  }

  @Get(':slug')
  @Answers(200, articleSchema.extend({ related: z.array(relatedCourse) }))
  @Refuses('404 not_found')
  async show(@Param('slug', SlugPipe) slug: string): Promise<object> {
    const article = await this.articles.bySlug(slug);
    if (!article) throw notFound('article');
    return { ...article, related: await this.related.to(slug) };
  }
}
