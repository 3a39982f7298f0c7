import {
  Alert,
  EmptyState,
  Layout,
  LinkButton,
  PageHeader,
  type PageContext,
  Pagination,
  counted,
  T,
  t,
} from '../../web/index.js';
import type { Shown } from '../products/offering.js';
import { filterNames, filterQuery, type ShelfFilter } from '../shelf/shelf-filter.js';
import type { ShelfCounts } from '../shelf/shelf.queries.js';
import { CatalogueFilters, filterWords } from './catalogue-filters.js';
import { ProductCardView } from './product-card.js';

interface CatalogueProps {
  page: PageContext;
  offerings: Shown[];
  filter: ShelfFilter;
  counts: ShelfCounts;
  /** From 1. */
  at: number;
  hasNext: boolean;
}

export function CatalogueView({ page, offerings, filter, counts, at, hasNext }: CatalogueProps): JSX.Element {
  const isFiltered = filterNames.some((name) => filter[name]);
  const address = (to: number) => {
    const query = filterQuery(filter, to > 1 ? { page: String(to) } : {});
    return query ? `/catalogue?${query}` : '/catalogue';
  };
  return (
    <Layout
      page={page}
      title={t('Catalogue')}
      description={t('Courses and bundles on botulinum toxin and dermal fillers, with their prices.')}
      face={{ path: '/catalogue' }}
    >
      <PageHeader
        title={t('Catalogue')}
        lead={t('Take one course, or a bundle of courses. Each ends with a quiz and a certificate of completion.')}
      />
      {counts.total > 0 || isFiltered ? <CatalogueFilters filter={filter} counts={counts} /> : ''}
      {isFiltered && counts.total > 0 ? (
        <p role="status" class="soft" safe>
          {counted(counts.total, '{count} fits', '{count} fit')}
        </p>
      ) : (
        ''
      )}
      {offerings.length > 0 ? '' : isFiltered ? <NothingFits filter={filter} counts={counts} /> : <NothingOnSale />}
      <Shelf title={t('Bundles')} offerings={offerings.filter(({ kind }) => kind === 'bundle')} wide />
      <Shelf title={t('Courses')} offerings={offerings.filter(({ kind }) => kind === 'course')} />
      <Pagination
        previousHref={at > 1 ? address(at - 1) : undefined}
        nextHref={hasNext ? address(at + 1) : undefined}
      />
    </Layout>
  );
}

const NothingOnSale = (): JSX.Element => (
  <EmptyState
    icon="library"
    title={t('Nothing is on sale just now')}
    text={t('The articles are free to read meanwhile.')}
  >
    <LinkButton href="/articles" look="secondary">
      <T>Read the articles</T>
    </LinkButton>
  </EmptyState>
);

/** What to take away so that something is left. */
function NothingFits({ filter, counts }: Pick<CatalogueProps, 'filter' | 'counts'>): JSX.Element {
  const ways = filterNames.filter((name) => filter[name] && counts.without[name] > 0);
  return (
    <Alert kind="info" title={t('Nothing fits all of that')}>
      <ul>
        {ways.map((name) => (
          <li>
            <a href={`/catalogue?${filterQuery({ ...filter, [name]: undefined })}`} safe>
              {t('Without {filter}: {count}', { filter: filterWords(name, filter), count: counts.without[name] })}
            </a>
          </li>
        ))}
        <li>
          <a href="/catalogue">
            <T>Without any choice</T>
          </a>
        </li>
        {filter.q ? (
          <li>
            <a href={`/search?${new URLSearchParams({ q: filter.q }).toString()}`} safe>
              {t('Look for “{words}” in everything', { words: filter.q })}
            </a>
          </li>
        ) : (
          ''
        )}
      </ul>
    </Alert>
  );
}

export function Shelf({ title, offerings, wide }: { title: string; offerings: Shown[]; wide?: boolean }): JSX.Element {
  if (offerings.length === 0) return '';
  return (
    <section class="section">
      <h2 safe>{title}</h2>
      <div class="cards">
        {offerings.map((offering) => (
          <ProductCardView offering={offering} wide={wide} />
        ))}
      </div>
    </section>
  );
}
