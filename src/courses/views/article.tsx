import {
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  PrintButton,
  Prose,
  type StructuredData,
} from '../../web/index.js';
import { articleFeed } from '../articles/article.feed.js';
import type { Article } from '../articles/article.queries.js';
import { ArticleMeta } from './article-list.js';
import { SourceLink, Sources } from './sources.js';

interface ArticleProps {
  page: PageContext;
  article: Article;
}

/** `comments`: what is said about it. */
export function ArticleView({ page, article, comments }: ArticleProps & { comments: JSX.Element }): JSX.Element {
  const meta = <ArticleMeta article={article} />;
  const print = (
    <LinkButton href={`/articles/${article.slug}?print`} look="secondary" icon="printer">
      Print
    </LinkButton>
  );
  return (
    <Layout
      page={page}
      title={article.title}
      description={article.summary}
      width="reading"
      face={{
        path: `/articles/${article.slug}`,
        kind: 'article',
        about: [articleData(page, article)],
        feed: articleFeed,
      }}
      breadcrumbs={[{ href: '/articles', label: 'Articles' }, { label: article.title }]}
    >
      <article class="reading">
        <PageHeader title={article.title} kicker="Article" lead={article.abstract} meta={meta} actions={print} />
        <ArticleBody article={article} />
      </article>
      {page.offer ? (
        <p>
          <a href={page.offer.href} safe>
            {page.offer.title}
          </a>
        </p>
      ) : (
        ''
      )}
      {comments}
    </Layout>
  );
}

/** The article as programs read it. */
function articleData({ baseUrl }: PageContext, article: Article): StructuredData {
  const url = `${baseUrl}/articles/${article.slug}`;
  return {
    '@type': ['MedicalWebPage', 'Article'],
    url,
    headline: article.title,
    description: article.summary,
    abstract: article.abstract,
    author: { '@type': 'Organization', name: article.author },
    publisher: { '@type': 'Organization', name: 'Glabella', url: baseUrl },
    dateModified: article.publishedAt.toISOString(),
    ...(article.reviewedOn && { lastReviewed: article.reviewedOn }),
    audience: { '@type': 'MedicalAudience', audienceType: 'Clinician' },
    citation: article.sources.map(({ text, url: at }) => ({
      '@type': 'CreativeWork',
      name: text,
      ...(at && { url: at }),
    })),
    inLanguage: 'en',
    isAccessibleForFree: true,
    timeRequired: `PT${article.minutes}M`,
  };
}

/** The text with what belongs to it: sources, where it comes from, whose names it uses. */
function ArticleBody({ article }: { article: Article }): JSX.Element {
  return (
    <>
      <Prose html={article.html} />
      <Sources sources={article.sources} />
      <footer class="article-notes">
        {article.origin ? (
          <p>
            First published: <SourceLink source={article.origin} />
          </p>
        ) : (
          ''
        )}
        {article.trademarks.map((notice) => (
          <p safe>{notice}</p>
        ))}
        <p>
          For licensed medical professionals. It is not advice to patients; check the current label before you treat.
        </p>
      </footer>
    </>
  );
}

/** The article alone: nothing around it, ready for paper. */
export function ArticlePrintView({ page, article }: ArticleProps): JSX.Element {
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
