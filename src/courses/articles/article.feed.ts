import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Config } from '../../shared/index.js';
import { Allow, sendFresh, xmlText } from '../../web/index.js';
import { ArticleQueries, type PublishedArticle } from './article.queries.js';

export const articleFeed = { path: '/articles.atom', title: 'Articles of Glabella' };
const atOnce = 30;

/** Articles as an Atom feed (RFC 4287), what changed last on top. */
@Controller()
@ApiExcludeController()
@Allow('anyone')
export class ArticleFeed {
  constructor(
    private readonly articles: ArticleQueries,
    private readonly config: Config,
  ) {}

  @Get('articles.atom')
  async feed(@Res({ passthrough: true }) response: Response): Promise<string> {
    const articles = await this.articles.lastPublished(atOnce);
    const changedAt = articles[0]?.publishedAt;
    const body = atom(this.config.baseUrl, articles, changedAt ?? new Date(0));
    return sendFresh(response, { type: 'application/atom+xml', body, changedAt, seconds: 300 });
  }
}

const atom = (
  baseUrl: string,
  articles: PublishedArticle[],
  changedAt: Date,
): string => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${xmlText(baseUrl)}/articles</id>
<title>${xmlText(articleFeed.title)}</title>
<updated>${changedAt.toISOString()}</updated>
<link rel="self" type="application/atom+xml" href="${xmlText(baseUrl + articleFeed.path)}"/>
<link rel="alternate" type="text/html" href="${xmlText(baseUrl)}/articles"/>
${articles.map((article) => entry(baseUrl, article)).join('')}</feed>
`;

const entry = (
  baseUrl: string,
  { slug, title, summary, author, publishedAt, firstAt }: PublishedArticle,
): string => `<entry>
<id>${xmlText(baseUrl)}/articles/${slug}</id>
<title>${xmlText(title)}</title>
<author><name>${xmlText(author)}</name></author>
<published>${firstAt.toISOString()}</published>
<updated>${publishedAt.toISOString()}</updated>
<link rel="alternate" type="text/html" href="${xmlText(baseUrl)}/articles/${slug}"/>
<summary>${xmlText(summary)}</summary>
</entry>
`;
