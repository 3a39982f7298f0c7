import { Injectable } from '@nestjs/common';
import type { Origin, Source } from '../content-reader/index.js';
import { Database } from '../../database/index.js';

export interface ArticleCard {
  slug: string;
  title: string;
  summary: string;
  author: string;
  minutes: number;
  /** `2026-11-15`; null for an imported article that nobody reviewed here. */
  reviewedOn: string | null;
}

export interface Article extends ArticleCard {
  /** Which edition of the article this is. */
  number: number;
  publishedAt: Date;
  abstract: string;
  html: string;
  sources: Source[];
  trademarks: string[];
  origin: Origin | null;
}

/** As a feed tells of it. */
export interface PublishedArticle extends ArticleCard {
  publishedAt: Date;
  /** When its first edition was published. */
  firstAt: Date;
}

const card = 'slug, title, summary, author, minutes, reviewed_on AS "reviewedOn"';

/** Articles in their current edition, the one with the highest number. */
@Injectable()
export class ArticleQueries {
  constructor(private readonly db: Database) {}

  list(limit: number, after = ''): Promise<ArticleCard[]> {
    return this.db.rows(
      `SELECT DISTINCT ON (slug) ${card} FROM articles WHERE slug > $2 ORDER BY slug, number DESC LIMIT $1`,
      [limit, after],
    );
  }

  /** What was published last. */
  lastPublished(limit: number): Promise<PublishedArticle[]> {
    return this.db.rows(
      `SELECT * FROM (
         SELECT DISTINCT ON (slug) ${card}, published_at AS "publishedAt", min(published_at) OVER (PARTITION BY slug) AS "firstAt"
         FROM articles ORDER BY slug, number DESC) AS a
       ORDER BY "publishedAt" DESC, slug LIMIT $1`,
      [limit],
    );
  }

  bySlug(slug: string): Promise<Article | undefined> {
    return this.db.row(
      `SELECT ${card}, number, published_at AS "publishedAt", abstract, html, sources, trademarks, origin
       FROM articles WHERE slug = $1 ORDER BY number DESC LIMIT 1`,
      [slug],
    );
  }
}
