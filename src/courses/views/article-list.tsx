import { EmptyState, Layout, LinkButton, type PageContext, PageHeader, T, t, written } from '../../web/index.js';
import { articleFeed } from '../articles/article.feed.js';
import type { ArticleCard } from '../articles/article.queries.js';
import { ReviewedOn } from './sources.js';

export function ArticleListView({ page, articles }: { page: PageContext; articles: ArticleCard[] }): JSX.Element {
  return (
    <Layout
      page={page}
      title={t('Articles')}
      description={t('Articles on injectables, free to read, with their sources.')}
      face={{ path: '/articles', feed: articleFeed }}
    >
      <PageHeader
        title={t('Articles')}
        lead={t('Free to read and to print, each with its sources and the date of its last review.')}
      />
      {articles.length === 0 ? (
        <EmptyState title={t('No article yet')} text={t('The courses are in the catalogue.')} icon="book-open">
          <LinkButton href="/catalogue">
            <T>Go to the catalogue</T>
          </LinkButton>
        </EmptyState>
      ) : (
        <ul class="article-list">
          {articles.map((article) => (
            <li>
              <ArticleCardView article={article} />
            </li>
          ))}
        </ul>
      )}
    </Layout>
  );
}

function ArticleCardView({ article }: { article: ArticleCard }): JSX.Element {
  return (
    <article class="article-card">
      <h2>
        <a href={`/articles/${article.slug}`} lang={written()} safe>
          {article.title}
        </a>
      </h2>
      <p lang={written()} safe>
        {article.summary}
      </p>
      <p class="page-meta">
        <ArticleMeta article={article} />
      </p>
    </article>
  );
}

/** Who wrote it, when it was reviewed, how long it takes: for a `.page-meta`. */
export function ArticleMeta({ article }: { article: ArticleCard }): JSX.Element {
  return (
    <>
      <span lang={written()} safe>
        {article.author}
      </span>
      <ReviewedOn day={article.reviewedOn} />
      <span safe>{t('{minutes} min to read', { minutes: article.minutes })}</span>
    </>
  );
}
