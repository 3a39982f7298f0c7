import {
  Button,
  Field,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Select,
  Textarea,
  valueOf,
} from '../../../web/index.js';
import type { Procedure } from '../../procedures/procedures.js';
import { ageBands } from '../entry.schemas.js';
import type { EntryDetail } from '../logbook.queries.js';
import { EntryMapField } from './entry-map.js';

interface Props {
  page: PageContext;
  procedure: Procedure;
  /** The entry that is amended; without it, a new one is written. */
  entry?: EntryDetail;
  form: FormState;
}

const bands = ageBands.map((band) => ({ value: band, label: band }));

/** One observed procedure, to be written down or amended. */
export function EntryFormView({ page, procedure, entry, form }: Props): JSX.Element {
  const action = entry ? `/logbook/${entry.id}/amendment` : `/logbook/new/${procedure.slug}`;
  const crumbs = [{ href: '/logbook', label: 'Logbook' }, { label: entry ? 'Amend' : 'New entry' }];
  return (
    <Layout
      page={page}
      title={procedure.title}
      width="reading"
      tone="working"
      form={form}
      breadcrumbs={crumbs}
      scripts={['face-map', 'own-zone']}
    >
      <FormErrors form={form} />
      <PageHeader
        kicker={entry ? 'Amend an entry' : 'Write a procedure down'}
        title={procedure.title}
        lead="Nothing here may tell who the patient was: no name, no birth date, no number."
      />
      <form class="form" method="post" action={action} novalidate>
        {entry ? <AmendedBecause form={form} entry={entry} /> : <WhenDone form={form} />}
        <Field
          form={form}
          name="place"
          label="Place"
          help="The clinic, or the town."
          maxlength={120}
          autocomplete="off"
        />
        <Select form={form} name="ageBand" label="Age of the patient" options={bands} placeholder="Choose" />
        <Field form={form} name="indication" label="Indication" maxlength={500} autocomplete="off" />
        <div class="form-row">
          <Field form={form} name="product" label="Product" maxlength={80} />
          <Field form={form} name="lot" label="Lot" size="medium" maxlength={30} autocomplete="off" />
        </div>
        <Field
          form={form}
          name="dilution"
          label="Dilution"
          help="2.5 mL per 100 units, for example."
          required={false}
          maxlength={120}
        />
        <EntryMapField procedure={procedure} form={form} />
        <Textarea
          form={form}
          name="complications"
          label="Complications"
          help="Write “none seen” if there were none."
          rows={3}
        />
        <div class="form-actions">
          <Button>{entry ? 'Save the amendment' : 'Save the entry'}</Button>
        </div>
      </form>
    </Layout>
  );
}

/** The day is that of where the person is: a script fills the zone in. */
function WhenDone({ form }: { form: FormState }): JSX.Element {
  return (
    <>
      <input type="hidden" name="id" value={valueOf(form, 'id')} />
      <own-zone>
        <input type="hidden" name="zone" value={valueOf(form, 'zone')} />
      </own-zone>
      <Field
        form={form}
        name="performedOn"
        type="date"
        label="Day of the procedure"
        help="Up to 14 days ago."
        size="medium"
      />
    </>
  );
}

function AmendedBecause({ form, entry }: { form: FormState; entry: EntryDetail }): JSX.Element {
  const help =
    entry.status === 'signed'
      ? 'What was signed stays as it was signed; your amendment stands beside it, with your name and the reason.'
      : 'The earlier version stays to be seen.';
  return <Field form={form} name="why" label="Why do you amend it?" help={help} maxlength={500} />;
}
