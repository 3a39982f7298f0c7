import type { ArticleContent } from '../content-reader/index.js';
import type { Tx } from '../../database/index.js';
import { contentHash, newId } from '../../shared/index.js';

interface Current {
  slug: string;
  number: number;
  hash: string;
}

/** Writes the next edition of each article that differs from its current one. */
export async function publishArticles(tx: Tx, articles: Omit<ArticleContent, 'file'>[]): Promise<string[]> {
  const rows = await tx.rows<Current>(
    `SELECT DISTINCT ON (slug) slug, number, content_hash AS hash FROM articles
     WHERE slug = ANY($1::text[]) ORDER BY slug, number DESC`,
    [articles.map(({ slug }) => slug)],
  );
  const current = new Map(rows.map((row) => [row.slug, row]));
  const report: string[] = [];
  for (const article of articles) {
    const before = current.get(article.slug);
    const hash = contentHash({ ...article, file: undefined });
    if (before?.hash === hash) continue;
    const number = (before?.number ?? 0) + 1;
    await publish(tx, article, number, hash);
    report.push(`Article ${article.slug}: edition ${number}.`);
  }
  return report;
}

async function publish(tx: Tx, article: Omit<ArticleContent, 'file'>, number: number, hash: string): Promise<void> {
  await tx.rows(
    `INSERT INTO articles (id, slug, number, content_hash, title, summary, author, abstract, minutes, reviewed_on, html,
       sources, trademarks, origin, related)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[newId(), article.slug, number, hash, article.title, article.summary, article.author, article.abstract],
      ...[article.minutes, article.reviewed, article.html, JSON.stringify(article.sources)],
      ...[JSON.stringify(article.trademarks), article.origin && JSON.stringify(article.origin)],
      article.related ?? [],
    ],
  );
}
