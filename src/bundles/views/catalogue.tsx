import { EmptyState, Layout, LinkButton, PageHeader, type PageContext } from '../../web/index.js';
import type { Shown } from '../products/offering.js';
import { ProductCardView } from './product-card.js';

export function CatalogueView({ page, offerings }: { page: PageContext; offerings: Shown[] }): JSX.Element {
  const bundles = offerings.filter((offering) => offering.kind === 'bundle');
  const courses = offerings.filter((offering) => offering.kind === 'course');
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
      {offerings.length === 0 ? (
        <EmptyState icon="library" title="Nothing is on sale just now" text="The articles are free to read meanwhile.">
          <LinkButton href="/articles" look="secondary">
            Read the articles
          </LinkButton>
        </EmptyState>
      ) : (
        ''
      )}
      <Shelf title="Bundles" offerings={bundles} wide />
      <Shelf title="Courses" offerings={courses} />
    </Layout>
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
