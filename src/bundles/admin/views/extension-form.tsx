import { formatInstant } from '../../../shared/index.js';
import { Button, Card, Field, type FormState } from '../../../web/index.js';
import type { OfferRow } from '../pricing.queries.js';

export function ExtensionForm({ offer, form }: { offer: OfferRow; form: FormState }): JSX.Element {
  return (
    <section class="section no-print" id="extension">
      <Card title="Extend this offer">
        <p class="soft" safe>
          {`It ends ${formatInstant(offer.endsAt)}. It can be extended once, before that; everybody then reads “extended to …, because …” with your reason.`}
        </p>
        <form class="form" method="post" action={`/admin/offers/${offer.id}/extension`} novalidate>
          <div class="form-row">
            <Field form={form} name="endsAt" type="datetime-local" label="New end" />
            <Field form={form} name="zone" label="Zone" size="medium" help="UTC, -05:00 or America/New_York" />
          </div>
          <Field
            form={form}
            name="reason"
            label="Because"
            help="As it goes on after “because”: “our checkout was down on Sunday”."
            maxlength={300}
          />
          <div class="form-actions">
            <Button look="danger">Extend once</Button>
          </div>
        </form>
      </Card>
    </section>
  );
}
