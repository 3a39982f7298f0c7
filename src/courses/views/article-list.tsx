import { EmptyState, Layout, LinkButton, type PageContext, PageHeader } from '../../web/index.js';
import { articleFeed } from '../articles/article.feed.js';
import type { ArticleCard } from '../articles/article.queries.js';
import { ReviewedOn } from './sources.js';

export function ArticleListView({ page, articles }: { page: PageContext; articles: ArticleCard[] }): JSX.Element {
  return (
    <Layout
      page={page}
      title="Articles"
      description="Articles on injectables, free to read, with their sources."
      face={{ path: '/articles', feed: articleFeed }}
    >
      <PageHeader
        title="Articles"
        lead="Free to read and to print, each with its sources and the date of its last review."
      />
      {articles.length === 0 ? (
        <EmptyState title="No article yet" text="The courses are in the catalogue." icon="book-open">
          <LinkButton href="/catalogue">Go to the catalogue</LinkButton>
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
        <a href={`/articles/${article.slug}`} safe>
          {article.title}
        </a>
      </h2>
      <p safe>{article.summary}</p>
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
      <span safe>{article.author}</span>
      <ReviewedOn day={article.reviewedOn} />
      <span safe>{`${article.minutes} min to read`}</span>
    </>
  );
}
