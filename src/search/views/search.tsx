import {
  Badge,
  Button,
  EmptyState,
  Layout,
  type PageContext,
  PageHeader,
  Pagination,
  counted,
  T,
  t,
  written,
} from '../../web/index.js';
import type { Marked } from '../marked.js';
import { type Answer, atOnce, lastPage } from '../search.js';
import { type Found, type Kind, kinds } from '../search.queries.js';

interface SearchProps {
  page: PageContext;
  query: { q: string; kind: Kind | null; page: number };
  /** null: nothing was asked. */
  answer: Answer | null;
}

const kindWords: Record<Kind, () => [one: string, many: string]> = {
  lesson: () => [t('Lesson'), t('Lessons')],
  article: () => [t('Article'), t('Articles')],
  course: () => [t('Course'), t('Courses')],
  bundle: () => [t('Bundle'), t('Bundles')],
};

const addressOf = ({ q, kind, page = 1 }: { q: string; kind: Kind | null; page?: number }): string =>
  `/search?${new URLSearchParams({ q, ...(kind && { kind }), ...(page > 1 && { page: String(page) }) }).toString()}`;

export function SearchView({ page, query, answer }: SearchProps): JSX.Element {
  return (
    <Layout page={page} title={query.q ? t('Search: {words}', { words: query.q }) : t('Search')} width="reading">
      <PageHeader title={t('Search')} />
      <form class="search-form" method="get" action="/search" role="search" aria-label={t('All of Glabella')}>
        <label class="visually-hidden" for="search-q">
          <T>What to look for</T>
        </label>
        <input id="search-q" class="input" type="search" name="q" value={query.q} maxlength="200" required />
        <Button icon="search">
          <T>Search</T>
        </Button>
      </form>
      {answer ? (
        <Answered query={query} answer={answer} />
      ) : (
        <p class="soft">
          <T>Articles, courses and bundles, and the lessons that you study.</T>
        </p>
      )}
    </Layout>
  );
}

function Answered({ query, answer }: { query: SearchProps['query']; answer: Answer }): JSX.Element {
  const { items, total } = answer;
  const { q, kind, page } = query;
  const hasMore = page * atOnce < total && page < lastPage;
  return (
    <>
      <Spelling q={q} answer={answer} />
      <Kinds query={query} answer={answer} />
      <p role="status" class="soft" safe>
        {counted(total, '{count} result', '{count} results')}
      </p>
      {items.length === 0 ? (
        <EmptyState title={t('Nothing found')} text={t('Try fewer or other words.')} icon="search" />
      ) : (
        <ol class="search-results">
          {items.map((found) => (
            <li>
              <Result found={found} />
            </li>
          ))}
        </ol>
      )}
      <Pagination
        previousHref={page > 1 ? addressOf({ q, kind, page: page - 1 }) : undefined}
        nextHref={hasMore ? addressOf({ q, kind, page: page + 1 }) : undefined}
      />
    </>
  );
}

/** Says what was looked for, where that is not what was typed. */
function Spelling({ q, answer: { query, instead } }: { q: string; answer: Answer }): JSX.Element {
  if (instead === null) return '';
  if (query !== q)
    return (
      <p>
        <T>Nothing has</T> <q safe>{q}</q> <T>in it. These have</T> <q safe>{query}</q>:
      </p>
    );
  return (
    <p>
      <T>Did you mean</T>{' '}
      <a href={addressOf({ q: instead, kind: null })}>
        <q safe>{instead}</q>
      </a>
      ?
    </p>
  );
}

function Kinds({
  query: { q, kind },
  answer: { counts },
}: {
  query: SearchProps['query'];
  answer: Answer;
}): JSX.Element {
  const shown = kinds.filter((each) => counts[each] > 0 || each === kind);
  if (shown.length < 2) return '';
  return (
    <nav class="choices" aria-label={t('What kind')}>
      <ul class="cluster">
        <li>
          <a class="choice" href={addressOf({ q, kind: null })} aria-current={kind === null ? 'page' : undefined}>
            <T>Everything</T>
          </a>
        </li>
        {shown.map((each) => (
          <li>
            <a
              class="choice"
              href={addressOf({ q, kind: each })}
              aria-current={kind === each ? 'page' : undefined}
              safe
            >
              {`${kindWords[each]()[1]} (${counts[each]})`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Result({ found: { kind, path, title, partOf, extract } }: { found: Found }): JSX.Element {
  return (
    <article class="search-result">
      <h2>
        <a href={path} lang={written()}>
          <Words parts={title} />
        </a>
      </h2>
      <p class="page-meta">
        <Badge label={kindWords[kind]()[0]} />
        {partOf ? (
          <span lang={written()} safe>
            {partOf}
          </span>
        ) : (
          ''
        )}
      </p>
      <p lang={written()}>
        <Words parts={extract} />
      </p>
    </article>
  );
}

/** Text, with what was found marked. */
function Words({ parts }: { parts: Marked[] }): JSX.Element {
  return <>{parts.map(({ text, found }) => (found ? <mark safe>{text}</mark> : <span safe>{text}</span>))}</>;
}
