import { Button, Card, emptyForm, Field, type FormState } from '../../../web/index.js';
import type { Market } from '../../markets/market.js';
import { PlaceFields } from './place-fields.js';

/** Schedules an offer; what stands in it is said before it is sent, for it cannot be changed afterwards. */
export function OfferForm({ slug, market, form }: { slug: string; market: Market; form?: FormState }): JSX.Element {
  const shown = form ?? emptyForm({ zone: 'UTC' });
  return (
    <Card title="Schedule an offer" level={3}>
      <p class="soft" safe>
        {`Its terms cannot be changed afterwards; it can be called off until it starts, and extended once. It ends for everybody at the same instant, and the price then rises to the list price. The next limited offer may start ${market.coolingOffDays} days later.`}
      </p>
      <form class="form" method="post" action={`/admin/prices/${slug}/offers`} novalidate>
        <PlaceFields market={market} />
        <Field form={shown} name="name" label="Name" help="Visitors see it: “Spring offer”." maxlength={80} />
        <Field form={shown} name="price" label={`Price in ${market.currency}`} inputmode="decimal" size="short" />
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
  );
}
