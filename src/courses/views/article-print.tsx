import { type PageContext, PrintButton } from '../../web/index.js';
import type { Article } from '../articles/article.queries.js';
import { ArticleBody } from './article-body.js';
import { ArticleMeta } from './article-list.js';

/** The article alone: nothing around it, ready for paper. */
export function ArticlePrintView({ page, article }: { page: PageContext; article: Article }): JSX.Element {
  return (
    <>
      {'<!doctype html>'}
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title safe>{`${article.title} · Glabella`}</title>
          <link rel="stylesheet" href={page.asset('app.css')} />
          <link rel="canonical" href={`${page.baseUrl}/articles/${article.slug}`} />
          <script type="module" nonce={page.nonce} src={page.asset('print.js')} />
        </head>
        <body class="width-reading tone-editorial print-sheet">
          <main>
            <p class="no-print print-tools">
              <PrintButton /> <a href={`/articles/${article.slug}`}>Back to the article</a>
            </p>
            <p class="print-address" safe>{`${page.baseUrl}/articles/${article.slug}`}</p>
            <h1 safe>{article.title}</h1>
            <p class="page-meta">
              <ArticleMeta article={article} />
            </p>
            <p class="lead" safe>
              {article.abstract}
            </p>
            <ArticleBody article={article} />
          </main>
        </body>
      </html>
    </>
  );
}
