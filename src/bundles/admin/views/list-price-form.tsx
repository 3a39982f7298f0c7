import { Button, Card, emptyForm, Field, type FormState } from '../../../web/index.js';
import type { Market } from '../../markets/market.js';
import { PlaceFields } from './place-fields.js';

export function ListPriceForm({ slug, market, form }: { slug: string; market: Market; form?: FormState }): JSX.Element {
  const shown = form ?? emptyForm({ effectiveZone: 'UTC' });
  return (
    <Card title="Set a list price" level={3}>
      <p class="soft">
        The history is kept for good: a price that holds or held can be followed by another one, never removed.
      </p>
      <form class="form" method="post" action={`/admin/prices/${slug}`} novalidate>
        <PlaceFields market={market} />
        <Field
          form={shown}
          name="listPrice"
          label={`List price in ${market.currency}`}
          inputmode="decimal"
          size="short"
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
          <Field form={shown} name="effectiveZone" label="Zone" size="medium" help="UTC, -05:00 or America/New_York" />
        </div>
        <Field form={shown} name="reason" label="Reason" help="Kept with the price." maxlength={300} />
        <div class="form-actions">
          <Button look="secondary">Set list price</Button>
        </div>
      </form>
    </Card>
  );
}
