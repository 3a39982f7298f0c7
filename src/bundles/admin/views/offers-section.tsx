import { formatMoney, money } from '../../../shared/index.js';
import { ActForm, Badge, LinkButton, Table, Time } from '../../../web/index.js';
import type { OfferRow, ProductPricing } from '../pricing.queries.js';
import { type OfferStanding, standingOf } from '../standing.js';

/** Every offer there ever was. */
export function OffersSection({ pricing: { offers, now } }: { pricing: ProductPricing }): JSX.Element {
  return (
    <section class="section" id="offers" aria-labelledby="offers-title">
      <h2 id="offers-title">Offers</h2>
      {offers.length === 0 ? (
        <p class="soft">No offer so far: it was always sold at its list price.</p>
      ) : (
        <Table
          caption="Offers, the latest first"
          columns={[
            { label: 'Offer' },
            { label: 'Price', numeric: true },
            { label: 'Starts and ends' },
            { label: 'Seats', numeric: true },
            { label: 'Act' },
          ]}
          rows={offers.map((offer) => rowOf(offer, now))}
        />
      )}
    </section>
  );
}

export const standingLooks: Record<OfferStanding, 'signal' | 'accent' | 'neutral' | 'outline'> = {
  running: 'signal',
  next: 'accent',
  ended: 'neutral',
  cancelled: 'outline',
};

function rowOf(offer: OfferRow, now: Date): JSX.Element[] {
  const standing = standingOf(offer, now);
  return [
    <>
      <a href={`/admin/offers/${offer.id}`} safe>
        {offer.name}
      </a>{' '}
      <Badge label={standing} kind={standingLooks[standing]} />
      {offer.extension ? <Badge label="extended" kind="outline" /> : ''}
    </>,
    <span class="amount" safe>
      {formatMoney(money(offer.amount, offer.currency))}
    </span>,
    <>
      <Time at={offer.startsAt} />
      <br />
      <Time at={offer.endsAt} />
    </>,
    <span safe>{offer.seats === undefined ? 'no limit' : String(offer.seats)}</span>,
    <OfferActs offer={offer} standing={standing} />,
  ];
}

function OfferActs({ offer, standing }: { offer: OfferRow; standing: OfferStanding }): JSX.Element {
  if (standing === 'next') {
    return <ActForm action={`/admin/offers/${offer.id}/cancel`} label="Call off" small look="danger" />;
  }
  if (standing !== 'running' || offer.extension) return '';
  return (
    <LinkButton look="quiet" small href={`/admin/offers/${offer.id}#extension`}>
      Extend
    </LinkButton>
  );
}
