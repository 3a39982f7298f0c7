import { formatInstant, formatMoney, type Money } from '../../../shared/index.js';
import { Badge, EmptyState, Layout, LinkButton, PageHeader, type PageContext, Table } from '../../../web/index.js';
import type { ProductCard } from '../../products/product-card.js';
import { standingOf } from '../standing.js';

export function BundleListView({
  page,
  cards,
  at = page.now,
}: {
  page: PageContext;
  cards: ProductCard[];
  at?: Date;
}): JSX.Element {
  return (
    <Layout
      page={page}
      title="Bundles"
      tone="working"
      breadcrumbs={[{ href: '/admin', label: 'Today' }, { label: 'Bundles' }]}
    >
      <PageHeader
        title="Bundles"
        lead="Courses sold together at one price."
        actions={
          <LinkButton href="/admin/bundles/new" icon="plus">
            New bundle
          </LinkButton>
        }
      />
      {cards.length === 0 ? (
        <EmptyState icon="layers" title="No bundle yet" text="Put courses together, give them a price, publish.">
          <LinkButton href="/admin/bundles/new">Compose the first one</LinkButton>
        </EmptyState>
      ) : (
        <Table
          caption="Bundles, newest first"
          columns={[
            { label: 'Bundle' },
            { label: 'State' },
            { label: 'Courses', numeric: true },
            { label: 'List price', numeric: true },
            { label: 'Price now', numeric: true },
            { label: 'Offer' },
          ]}
          rows={cards.map((card) => rowOf(card, at))}
        />
      )}
    </Layout>
  );
}

function rowOf(card: ProductCard, at: Date): JSX.Element[] {
  const now = card.history.at(at);
  const published = card.status === 'published';
  return [
    <a href={`/admin/bundles/${card.slug}`} safe>
      {card.title}
    </a>,
    <Badge label={published ? 'on sale' : 'draft'} kind={published ? 'accent' : 'outline'} />,
    <span safe>{String(card.courseIds.length)}</span>,
    <span class="amount" safe>
      {amountText(now?.listPrice)}
    </span>,
    <span class="amount" safe>
      {amountText(now?.price)}
    </span>,
    <span safe>{offerText(card, at)}</span>,
  ];
}

const amountText = (money: Money | undefined): string => (money ? formatMoney(money) : 'none');

function offerText(card: ProductCard, at: Date): string {
  const running = card.history.offers.find((offer) => standingOf(offer, at) === 'running');
  if (running) return `Until ${formatInstant(running.endsAt)}`;
  const next = card.history.offers.find((offer) => standingOf(offer, at) === 'next');
  return next ? `From ${formatInstant(next.startsAt)}` : 'None';
}
