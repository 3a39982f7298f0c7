import { formatMoney } from '../../../shared/index.js';
import { Badge, Button, Card, emptyForm, Field, type FormState, Table, Time } from '../../../web/index.js';
import { market } from '../../prices/market.js';
import type { AdminBundle, PriceRow } from '../admin-bundle.queries.js';

export function PricesSection({ bundle, form }: { bundle: AdminBundle; form?: FormState }): JSX.Element {
  const shown = form ?? emptyForm({ effectiveZone: 'UTC' });
  const holding = bundle.prices.find((price) => !price.withdrawnAt && new Date(price.effectiveAt) <= bundle.now);
  return (
    <section class="section" id="prices" aria-labelledby="prices-title">
      <h2 id="prices-title">List price</h2>
      {bundle.prices.length === 0 ? (
        <p class="soft">It has no price yet, so it cannot be sold.</p>
      ) : (
        <Table
          caption="Every list price it ever had, newest first"
          columns={[
            { label: 'Holds from' },
            { label: 'List price', numeric: true },
            { label: 'Set by' },
            { label: 'Reason' },
            { label: 'Recorded' },
          ]}
          rows={bundle.prices.map((price) => rowOf(price, price === holding, bundle.now))}
        />
      )}
      <Card title="Set a list price" level={3}>
        <p class="soft">
          The history is kept for good: a price that was set can be followed by another one, never removed.
        </p>
        <form class="form" method="post" action={`/admin/bundles/${bundle.slug}/prices`} novalidate>
          <Field
            form={shown}
            name="listPrice"
            label={`List price in ${market.currency}`}
            inputmode="decimal"
            size="short"
            prefix="$"
          />
          <div class="form-row">
            <Field
              form={shown}
              name="effectiveAt"
              type="datetime-local"
              label="Holds from"
              required={false}
              help="Empty: from now on."
            />
            <Field
              form={shown}
              name="effectiveZone"
              label="Zone"
              size="medium"
              help="UTC, -05:00 or America/New_York"
            />
          </div>
          <Field form={shown} name="reason" label="Reason" help="Kept with the price." maxlength={300} />
          <div class="form-actions">
            <Button look="secondary">Set list price</Button>
          </div>
        </form>
      </Card>
    </section>
  );
}

const setBy: Record<PriceRow['source'], string> = {
  admin: 'an admin',
  content: 'the content folder',
  demo: 'the demonstration',
};

function rowOf(price: PriceRow, holds: boolean, now: Date): JSX.Element[] {
  const effectiveAt = new Date(price.effectiveAt);
  return [
    <>
      <Time at={effectiveAt} />{' '}
      {holds ? (
        <Badge label="holds now" kind="accent" />
      ) : price.withdrawnAt ? (
        <Badge label="withdrawn" kind="neutral" />
      ) : effectiveAt > now ? (
        <Badge label="next" kind="outline" />
      ) : (
        ''
      )}
    </>,
    <span class="amount" safe>
      {formatMoney({ amount: price.amount, currency: market.currency })}
    </span>,
    <span safe>{price.setBy ?? setBy[price.source]}</span>,
    <span safe>{price.reason}</span>,
    <Time at={new Date(price.recordedAt)} />,
  ];
}
