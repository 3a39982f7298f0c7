import { Alert, EmptyState, Layout, LinkButton, PageHeader, type PageContext, Pagination } from '../../web/index.js';
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
      title="Catalogue"
      description="Courses and bundles on botulinum toxin and dermal fillers, with their prices."
      face={{ path: '/catalogue' }}
    >
      <PageHeader
        title="Catalogue"
        lead="Take one course, or a bundle of courses. Each ends with a quiz and a certificate of completion."
      />
      {counts.total > 0 || isFiltered ? <CatalogueFilters filter={filter} counts={counts} /> : ''}
      {isFiltered && counts.total > 0 ? (
        <p role="status" class="soft" safe>
          {counts.total === 1 ? '1 fits' : `${counts.total} fit`}
        </p>
      ) : (
        ''
      )}
      {offerings.length > 0 ? '' : isFiltered ? <NothingFits filter={filter} counts={counts} /> : <NothingOnSale />}
      <Shelf title="Bundles" offerings={offerings.filter(({ kind }) => kind === 'bundle')} wide />
      <Shelf title="Courses" offerings={offerings.filter(({ kind }) => kind === 'course')} />
      <Pagination
        previousHref={at > 1 ? address(at - 1) : undefined}
        nextHref={hasNext ? address(at + 1) : undefined}
      />
    </Layout>
  );
}

const NothingOnSale = (): JSX.Element => (
  <EmptyState icon="library" title="Nothing is on sale just now" text="The articles are free to read meanwhile.">
    <LinkButton href="/articles" look="secondary">
      Read the articles
    </LinkButton>
  </EmptyState>
);

/** What to take away so that something is left. */
function NothingFits({ filter, counts }: Pick<CatalogueProps, 'filter' | 'counts'>): JSX.Element {
  const ways = filterNames.filter((name) => filter[name] && counts.without[name] > 0);
  return (
    <Alert kind="info" title="Nothing fits all of that">
      <ul>
        {ways.map((name) => (
          <li>
            <a href={`/catalogue?${filterQuery({ ...filter, [name]: undefined })}`} safe>
              {`Without ${filterWords(name, filter)}: ${counts.without[name]}`}
            </a>
          </li>
        ))}
        <li>
          <a href="/catalogue">Without any choice</a>
        </li>
        {filter.q ? (
          <li>
            <a href={`/search?${new URLSearchParams({ q: filter.q }).toString()}`} safe>
              {`Look for “${filter.q}” in everything`}
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
