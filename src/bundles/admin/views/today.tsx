import { formatInstant, formatMoney, money } from '../../../shared/index.js';
import {
  Badge,
  EmptyState,
  Layout,
  LinkButton,
  PageHeader,
  type PageContext,
  Stat,
  Stats,
  Table,
} from '../../../web/index.js';
import type { Offer } from '../../prices/price-history.js';
import type { ProductCard } from '../../products/product-card.js';
import type { CodeInUse, Today } from '../read-today.js';
import { standingOf, timeLeft } from '../standing.js';
import { SalesSection } from './sales-section.js';

interface Listed {
  product: ProductCard;
  offer: Offer;
}

interface TodayViewProps {
  page: PageContext;
  today: Today;
  currency?: string;
}

/** What an admin wants to know first: what waits, what was sold, which prices hold, which come next. */
export function TodayView({ page, today, currency }: TodayViewProps): JSX.Element {
  const { cards, now, waiting, codes } = today;
  const listed = cards.flatMap((product) => product.history.offers.map((offer): Listed => ({ product, offer })));
  const running = listed.filter(({ offer }) => standingOf(offer, now) === 'running');
  const next = listed.filter(({ offer }) => standingOf(offer, now) === 'next');
  return (
    <Layout page={page} title="Today" tone="working">
      <PageHeader
        title="Today"
        lead="What waits for you, what was sold, at which prices, and what comes next."
        actions={
          <LinkButton href="/admin/bundles/new" icon="plus">
            New bundle
          </LinkButton>
        }
      />
      <section class="section" aria-labelledby="waiting-title">
        <h2 id="waiting-title">Waiting for you</h2>
        <Stats>
          {waiting.map(({ label, count, href }) => (
            <Stat label={label} value={String(count)} href={href} />
          ))}
          <Stat
            label="Drafts"
            value={String(cards.filter((card) => card.status === 'draft').length)}
            href="/admin/bundles"
          />
        </Stats>
      </section>
      <SalesSection today={today} currency={currency} />
      <section class="section" id="running">
        <h2>Offers running</h2>
        <Running listed={running} now={now} />
      </section>
      <section class="section" id="next">
        <h2>Offers next</h2>
        <Next listed={next} />
      </section>
      <section class="section" id="codes">
        <h2>Codes in use</h2>
        <Codes codes={codes} />
      </section>
    </Layout>
  );
}

function Running({ listed, now }: { listed: Listed[]; now: Date }): JSX.Element {
  if (listed.length === 0) return <NoOffer title="No offer is running: every product is sold at its list price." />;
  return (
    <Table
      caption="Offers running"
      columns={[
        { label: 'Product' },
        { label: 'Offer' },
        { label: 'Price', numeric: true },
        { label: 'Seats left', numeric: true },
        { label: 'Ends' },
      ]}
      rows={listed.map(({ product, offer }) => [
        <ProductLink product={product} />,
        <OfferLink offer={offer} />,
        <PriceCell product={product} offer={offer} />,
        offer.seats === undefined ? (
          'no limit'
        ) : (
          <span safe>{`${offer.seatsLeft ?? offer.seats} of ${offer.seats}`}</span>
        ),
        <Ending endsAt={offer.endsAt} now={now} />,
      ])}
    />
  );
}

function Ending({ endsAt, now }: { endsAt: Date; now: Date }): JSX.Element {
  return (
    <>
      <strong safe>{timeLeft(endsAt, now)}</strong> <span class="soft" safe>{`until ${formatInstant(endsAt)}`}</span>
    </>
  );
}

function Next({ listed }: { listed: Listed[] }): JSX.Element {
  if (listed.length === 0) return <NoOffer title="No offer is scheduled." />;
  return (
    <Table
      caption="Offers next"
      columns={[
        { label: 'Product' },
        { label: 'Offer' },
        { label: 'Price', numeric: true },
        { label: 'Starts' },
        { label: 'Ends' },
      ]}
      rows={listed.map(({ product, offer }) => [
        <ProductLink product={product} />,
        <OfferLink offer={offer} />,
        <PriceCell product={product} offer={offer} />,
        <span safe>{formatInstant(offer.startsAt)}</span>,
        <span safe>{formatInstant(offer.endsAt)}</span>,
      ])}
    />
  );
}

const NoOffer = ({ title }: { title: string }): JSX.Element => (
  <EmptyState icon="calendar-clock" title={title}>
    <LinkButton look="secondary" href="/admin/offers">
      Schedule an offer
    </LinkButton>
  </EmptyState>
);

function ProductLink({ product }: { product: ProductCard }): JSX.Element {
  return (
    <>
      <a href={`/admin/prices/${product.slug}`} safe>
        {product.title}
      </a>{' '}
      {product.status === 'draft' ? <Badge label="draft" kind="outline" /> : ''}
    </>
  );
}

const OfferLink = ({ offer }: { offer: Offer }): JSX.Element => (
  <a href={`/admin/offers/${offer.id}`} safe>
    {offer.name}
  </a>
);

const PriceCell = ({ product, offer }: Listed): JSX.Element => (
  <span class="amount" safe>
    {formatMoney(money(offer.amount, product.history.currency))}
  </span>
);

function Codes({ codes }: { codes: CodeInUse[] }): JSX.Element {
  if (codes.length === 0) return <p class="soft">No code can be used now.</p>;
  return (
    <Table
      caption="Codes in use"
      columns={[{ label: 'Code' }, { label: 'Uses', numeric: true }, { label: 'Ends' }]}
      rows={codes.map(({ code, uses, limit, endsAt }) => [
        <a href="/admin/codes" safe>
          {code}
        </a>,
        <span safe>{limit === null ? String(uses) : `${uses} of ${limit}`}</span>,
        <span safe>{formatInstant(endsAt)}</span>,
      ])}
    />
  );
}
