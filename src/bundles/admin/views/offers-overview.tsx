import { formatInstant, formatMoney, type Money } from '../../../shared/index.js';
import { Badge, EmptyState, Layout, LinkButton, PageHeader, type PageContext, Table } from '../../../web/index.js';
import type { Market } from '../../markets/market.js';
import type { ProductCard } from '../../products/product-card.js';
import type { PriceRow, ProductPricing } from '../pricing.queries.js';
import { standingOf } from '../standing.js';
import { MarketChoice } from './market-choice.js';
import { OffersChart } from './offers-chart.js';

interface OffersOverviewProps {
  page: PageContext;
  products: ProductPricing[];
  cards: ProductCard[];
  markets: Market[];
}

/** All courses and bundles with their prices, and every offer on one axis of time. */
export function OffersOverviewView({ page, products, cards, markets }: OffersOverviewProps): JSX.Element {
  const now = products[0]?.now ?? page.now;
  return (
    <Layout
      page={page}
      title="Prices and offers"
      tone="working"
      breadcrumbs={[{ href: '/admin', label: 'Today' }, { label: 'Prices and offers' }]}
    >
      <PageHeader
        title="Prices and offers"
        lead="What each course and bundle costs, what it will cost, and which offers are past, running and next. Choose a product to price it."
      />
      {products.length === 0 ? (
        <EmptyState icon="tags" title="Nothing to price yet" text="Import a course, or compose a bundle.">
          <LinkButton href="/admin/bundles/new">New bundle</LinkButton>
        </EmptyState>
      ) : (
        <>
          <MarketChoice address="/admin/offers" markets={markets} chosen={products[0]!.market} />
          <OffersChart products={products} now={now} />
          <Table
            caption="Courses and bundles with their prices"
            columns={[
              { label: 'Product' },
              { label: 'Kind' },
              { label: 'List price', numeric: true },
              { label: 'Price now', numeric: true },
              { label: 'Next list price' },
              { label: 'Offer' },
            ]}
            rows={products.map((product) =>
              rowOf(
                product,
                cards.find((card) => card.id === product.id),
                now,
              ),
            )}
          />
        </>
      )}
    </Layout>
  );
}

function rowOf(product: ProductPricing, card: ProductCard | undefined, now: Date): JSX.Element[] {
  const price = card?.history.at(now);
  const ahead = product.prices.findLast((each) => !each.withdrawal && each.effectiveAt > now);
  return [
    <>
      <a href={`/admin/prices/${product.slug}?market=${product.market.name}`} safe>
        {product.title}
      </a>{' '}
      {product.status === 'draft' ? <Badge label="draft" kind="outline" /> : ''}
    </>,
    product.kind,
    <span class="amount" safe>
      {amountText(price?.listPrice)}
    </span>,
    <span class="amount" safe>
      {amountText(price?.price)}
    </span>,
    ahead ? <PriceAhead price={ahead} /> : 'none',
    <CurrentOffer product={product} now={now} />,
  ];
}

function PriceAhead({ price }: { price: PriceRow }): JSX.Element {
  return <span safe>{`${formatMoney(price)} from ${formatInstant(price.effectiveAt)}`}</span>;
}

function CurrentOffer({ product, now }: { product: ProductPricing; now: Date }): JSX.Element {
  const running = product.offers.find((offer) => standingOf(offer, now) === 'running');
  const offer = running ?? product.offers.findLast((each) => standingOf(each, now) === 'next');
  if (!offer) return 'none';
  const when = running ? `until ${formatInstant(offer.endsAt)}` : `from ${formatInstant(offer.startsAt)}`;
  return (
    <>
      <a href={`/admin/offers/${offer.id}`} safe>
        {offer.name}
      </a>
      <span safe>{`, ${when}`}</span>
    </>
  );
}

const amountText = (price: Money | undefined): string => (price ? formatMoney(price) : 'none');
