import { formatMoney } from '../../../shared/index.js';
import {
  Badge,
  Card,
  EmptyState,
  Layout,
  LinkButton,
  PageHeader,
  type PageContext,
  Stat,
  Stats,
  Table,
  Time,
} from '../../../web/index.js';
import { market } from '../../prices/market.js';
import type { Offer } from '../../prices/price-history.js';
import type { ProductCard } from '../../products/product-card.js';
import { addressOf } from '../../views/product-card.js';
import { standingOf } from '../standing.js';

interface Listed {
  product: ProductCard;
  offer: Offer;
}

/** What an admin wants to know first: which prices hold, which come next. */
export function TodayView({
  page,
  cards,
  at = page.now,
}: {
  page: PageContext;
  cards: ProductCard[];
  at?: Date;
}): JSX.Element {
  const listed = cards.flatMap((product) => product.history.offers.map((offer): Listed => ({ product, offer })));
  const running = listed.filter(({ offer }) => standingOf(offer, at) === 'running');
  const next = listed.filter(({ offer }) => standingOf(offer, at) === 'next');
  const bundles = cards.filter((card) => card.kind === 'bundle');
  const onSale = bundles.filter((bundle) => bundle.status === 'published').length;
  return (
    <Layout page={page} title="Today" tone="working">
      <PageHeader
        title="Today"
        lead="What is sold now, at which prices, and what comes next."
        actions={
          <LinkButton href="/admin/bundles/new" icon="plus">
            New bundle
          </LinkButton>
        }
      />
      <Stats>
        <Stat label="Offers running" value={String(running.length)} href="#running" />
        <Stat label="Offers next" value={String(next.length)} href="#next" />
        <Stat label="Bundles on sale" value={String(onSale)} href="/admin/bundles" />
        <Stat label="Drafts" value={String(bundles.length - onSale)} href="/admin/bundles" />
      </Stats>
      <section class="section" id="running">
        <h2>Offers running</h2>
        <Offers
          caption="Offers running"
          listed={running}
          empty="No offer is running: every product is sold at its list price."
        />
      </section>
      <section class="section" id="next">
        <h2>Offers next</h2>
        <Offers caption="Offers next" listed={next} empty="No offer is scheduled." />
      </section>
      <section class="section">
        <h2>Go to</h2>
        <Card>
          <ul class="cluster">
            <li>
              <a href="/admin/bundles">Bundles</a>
            </li>
            <li>
              <a href="/admin/people">People</a>
            </li>
            <li>
              <a href="/admin/certificates">Certificates</a>
            </li>
            <li>
              <a href="/books/payments">Payments</a>
            </li>
            <li>
              <a href="/catalogue">The catalogue as visitors see it</a>
            </li>
          </ul>
        </Card>
      </section>
    </Layout>
  );
}

function Offers({ caption, listed, empty }: { caption: string; listed: Listed[]; empty: string }): JSX.Element {
  if (listed.length === 0) {
    return (
      <EmptyState icon="calendar-clock" title={empty}>
        <LinkButton look="secondary" href="/admin/bundles">
          Choose a bundle
        </LinkButton>
      </EmptyState>
    );
  }
  return (
    <Table
      caption={caption}
      columns={[
        { label: 'Product' },
        { label: 'Offer' },
        { label: 'Price', numeric: true },
        { label: 'Starts' },
        { label: 'Ends' },
      ]}
      rows={listed.map(({ product, offer }) => [
        <>
          <a href={product.kind === 'bundle' ? `/admin/bundles/${product.slug}` : addressOf(product)} safe>
            {product.title}
          </a>
          {product.status === 'draft' ? <Badge label="draft" kind="outline" /> : ''}
        </>,
        <span safe>{offer.name}</span>,
        <span class="amount" safe>
          {formatMoney({ amount: offer.amount, currency: market.currency })}
        </span>,
        <Time at={offer.startsAt} />,
        <Time at={offer.endsAt} />,
      ])}
    />
  );
}
