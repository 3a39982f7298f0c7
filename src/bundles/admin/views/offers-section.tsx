import { formatMoney } from '../../../shared/index.js';
import { ActForm, Badge, Button, Card, emptyForm, Field, type FormState, Table, Time } from '../../../web/index.js';
import { market } from '../../prices/market.js';
import type { AdminBundle, OfferRow } from '../admin-bundle.queries.js';
import { type OfferStanding, standingOf } from '../standing.js';

export function OffersSection({ bundle, form }: { bundle: AdminBundle; form?: FormState }): JSX.Element {
  const shown = form ?? emptyForm({ zone: 'UTC' });
  return (
    <section class="section" id="offers" aria-labelledby="offers-title">
      <h2 id="offers-title">Offers</h2>
      {bundle.offers.length === 0 ? (
        <p class="soft">No offer so far: it was always sold at its list price.</p>
      ) : (
        <Table
          caption="Offers, the latest first"
          columns={[
            { label: 'Offer' },
            { label: 'State' },
            { label: 'Price', numeric: true },
            { label: 'Starts' },
            { label: 'Ends' },
            { label: 'Act' },
          ]}
          rows={bundle.offers.map((offer) => rowOf(offer, bundle.now))}
        />
      )}
      <Card title="Schedule an offer" level={3}>
        <p class="soft" safe>
          {`Its terms cannot be changed afterwards; it can be called off until it starts. It ends for everybody at the same instant, and the price then rises to the list price. The next limited offer may start ${market.coolingOffDays} days later.`}
        </p>
        <form class="form" method="post" action={`/admin/bundles/${bundle.slug}/offers`} novalidate>
          <Field form={shown} name="name" label="Name" help="Visitors see it: “Spring offer”." maxlength={80} />
          <Field
            form={shown}
            name="price"
            label={`Price in ${market.currency}`}
            inputmode="decimal"
            size="short"
            prefix="$"
          />
          <div class="form-row">
            <Field form={shown} name="startsAt" type="datetime-local" label="Starts" />
            <Field form={shown} name="endsAt" type="datetime-local" label="Ends" />
          </div>
          <Field
            form={shown}
            name="zone"
            label="Zone of these times"
            size="medium"
            help="UTC, an offset such as -05:00, or a name such as America/New_York."
          />
          <Field
            form={shown}
            name="seats"
            label="Seats"
            inputmode="numeric"
            size="short"
            required={false}
            help="Empty: for everybody. With a number it holds for the first so many, and everybody sees how many are left."
          />
          <div class="form-actions">
            <Button>Schedule offer</Button>
          </div>
        </form>
      </Card>
    </section>
  );
}

const kinds: Record<OfferStanding, 'signal' | 'accent' | 'neutral' | 'outline'> = {
  running: 'signal',
  next: 'accent',
  ended: 'neutral',
  cancelled: 'outline',
};

function rowOf(offer: OfferRow, now: Date): JSX.Element[] {
  const standing = standingOf(offer, now);
  return [
    <span safe>{offer.name}</span>,
    <Badge label={standing} kind={kinds[standing]} />,
    <span class="amount" safe>
      {formatMoney({ amount: offer.amount, currency: market.currency })}
    </span>,
    <Time at={offer.startsAt} />,
    <Time at={offer.endsAt} />,
    standing === 'next' ? (
      <ActForm action={`/admin/offers/${offer.id}/cancel`} label="Call off" small look="danger" />
    ) : (
      ''
    ),
  ];
}
