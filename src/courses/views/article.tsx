import {
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  type StructuredData,
  T,
  t,
  written,
} from '../../web/index.js';
import { articleFeed } from '../articles/article.feed.js';
import type { RelatedCourse } from '../related-courses.js';
import type { Article } from '../articles/article.queries.js';
import { ArticleMeta } from './article-list.js';
import { ArticleBody } from './article-body.js';

interface ArticleProps {
  page: PageContext;
  article: Article;
}

/** `comments`: what is said about it. */
export function ArticleView({
  page,
  article,
  comments: safeComments,
  related,
}: ArticleProps & { comments: JSX.Element; related: RelatedCourse[] }): JSX.Element {
  const meta = <ArticleMeta article={article} />;
  const print = (
    <LinkButton href={`/articles/${article.slug}?print`} look="secondary" icon="printer">
      <T>Print</T>
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
      breadcrumbs={[
        { href: '/articles', label: t('Articles') },
        { label: article.title, isContent: true },
      ]}
    >
      <article class="reading">
        <PageHeader
          isContent
          title={article.title}
          kicker={t('Article')}
          lead={article.abstract}
          meta={meta}
          actions={print}
        />
        <ArticleBody article={article} />
      </article>
      <Related courses={related} />
      {page.offer ? (
        <p>
          <a href={page.offer.href} lang={written()} safe>
            {page.offer.title}
          </a>
        </p>
      ) : (
        ''
      )}
      <div lang={written()}>{safeComments}</div>
    </Layout>
  );
}

function Related({ courses }: { courses: RelatedCourse[] }): JSX.Element {
  if (courses.length === 0) return '';
  return (
    <section class="section" aria-labelledby="related">
      <h2 id="related">{courses.length === 1 ? <T>A course that goes further</T> : <T>Courses that go further</T>}</h2>
      <div class="cards">
        {courses.map(({ slug, title, summary, minutes }) => (
          <article class="product-card">
            <h3>
              <a href={`/courses/${slug}`} lang={written()} safe>
                {title}
              </a>
            </h3>
            <p lang={written()} safe>
              {summary}
            </p>
            <p class="soft" safe>
              {t('{minutes} minutes of study', { minutes })}
            </p>
          </article>
        ))}
      </div>
    </section>
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
