import { formatInstant, formatMoney, money } from '../../../shared/index.js';
import { Badge, EmptyState, LinkButton, Table } from '../../../web/index.js';
import type { OfferToday } from '../read-today.js';
import { standingOf, timeLeft } from '../standing.js';

/** Offers that run, with the seats and the time that are left, and those that come next, in every market. */
export function OffersToday({ offers, now }: { offers: OfferToday[]; now: Date }): JSX.Element {
  const running = offers.filter((offer) => standingOf(offer, now) === 'running');
  const next = offers.filter((offer) => standingOf(offer, now) === 'next');
  return (
    <>
      <section class="section" id="running">
        <h2>Offers running</h2>
        {running.length === 0 ? (
          <NoOffer title="No offer is running: every product is sold at its list price." />
        ) : (
          <Table
            caption="Offers running"
            columns={[...columns, { label: 'Seats left', numeric: true }, { label: 'Ends' }]}
            rows={running.map((offer) => [
              ...cellsOf(offer),
              <SeatsLeft offer={offer} />,
              <Ending offer={offer} now={now} />,
            ])}
          />
        )}
      </section>
      <section class="section" id="next">
        <h2>Offers next</h2>
        {next.length === 0 ? (
          <NoOffer title="No offer is scheduled." />
        ) : (
          <Table
            caption="Offers next"
            columns={[...columns, { label: 'Starts' }, { label: 'Ends' }]}
            rows={next.map((offer) => [
              ...cellsOf(offer),
              <span safe>{formatInstant(offer.startsAt)}</span>,
              <span safe>{formatInstant(offer.endsAt)}</span>,
            ])}
          />
        )}
      </section>
    </>
  );
}

const columns = [{ label: 'Product' }, { label: 'Offer' }, { label: 'Market' }, { label: 'Price', numeric: true }];

const cellsOf = (offer: OfferToday): JSX.Element[] => [
  <>
    <a href={`/admin/prices/${offer.slug}`} safe>
      {offer.product}
    </a>{' '}
    {offer.status === 'draft' ? <Badge label="draft" kind="outline" /> : ''}
  </>,
  <a href={`/admin/offers/${offer.id}`} safe>
    {offer.name}
  </a>,
  <span safe>{offer.market}</span>,
  <span class="amount" safe>
    {formatMoney(money(offer.amount, offer.currency))}
  </span>,
];

function SeatsLeft({ offer: { seats, seatsLeft } }: { offer: OfferToday }): JSX.Element {
  if (seats === null || seatsLeft === null) return 'no limit';
  return <span safe>{`${Math.max(0, seatsLeft)} of ${seats}`}</span>;
}

function Ending({ offer: { endsAt }, now }: { offer: OfferToday; now: Date }): JSX.Element {
  return (
    <>
      <strong safe>{timeLeft(endsAt, now)}</strong> <span class="soft" safe>{`until ${formatInstant(endsAt)}`}</span>
    </>
  );
}

const NoOffer = ({ title }: { title: string }): JSX.Element => (
  <EmptyState icon="calendar-clock" title={title}>
    <LinkButton look="secondary" href="/admin/offers">
      Schedule an offer
    </LinkButton>
  </EmptyState>
);
