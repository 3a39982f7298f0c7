import { Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { notFound } from '../../shared/index.js';
import { Allow, Answers, ApiController, Refuses } from '../../web/index.js';
import { articleCardSchema, articleSchema } from './article.schemas.js';
import { SlugPipe } from '../slug.pipe.js';
import { ArticleQueries } from './article.queries.js';

const listed = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: z.string().max(80).optional().describe('The slug of the last article already known'),
});

@ApiController('articles', 'courses')
@Allow('anyone')
export class ArticleApi {
  constructor(private readonly articles: ArticleQueries) {}

  @Get()
  @Answers(200, z.object({ items: z.array(articleCardSchema), next: z.string().nullable() }))
  @Refuses('400 malformed')
  async list(@Query({ schema: listed }) { limit, after }: z.infer<typeof listed>) {
    const items = await this.articles.list(limit, after);
    return { items, next: items.length === limit ? items.at(-1)!.slug : null };
  }

  @Get(':slug')
  @Answers(200, articleSchema)
  @Refuses('404 not_found')
  async show(@Param('slug', SlugPipe) slug: string): Promise<object> {
    const article = await this.articles.bySlug(slug);
    if (!article) throw notFound('article');
    return article;
  }
}
