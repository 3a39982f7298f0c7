import {
  Badge,
  Button,
  EmptyState,
  Field,
  FormErrors,
  type FormState,
  Layout,
  PageHeader,
  type PageContext,
  Select,
  Table,
} from '../../../web/index.js';
import type { Profession } from '../../professions/profession.queries.js';
import { jurisdictionName, jurisdictions } from '../jurisdictions.js';
import type { Licence } from '../licence.queries.js';
import { statusWords } from '../status-words.js';

interface LicencesProps {
  page: PageContext;
  licences: Licence[];
  professions: Profession[];
  form: FormState;
}

/** A learner's own licences, and the form for one more. */
export function LicencesView({ page, licences, professions, form }: LicencesProps): JSX.Element {
  return (
    <Layout page={page} title="Your licences" tone="working" form={form}>
      <FormErrors form={form} />
      <PageHeader
        title="Your licences"
        lead="Certifications need a licence that a person has checked. Only reviewers see what you enter here."
      />
      {licences.length === 0 ? (
        <EmptyState icon="id-card" title="No licence yet" text="Enter one below, then send a copy of it." />
      ) : (
        <LicenceTable licences={licences} />
      )}
      <section class="section">
        <h2>Enter a licence</h2>
        <form class="form" method="post" action="/account/licences" novalidate>
          <Select
            form={form}
            name="profession"
            label="Profession"
            placeholder="Choose"
            options={professions.map(({ slug, title }) => ({ value: slug, label: title }))}
          />
          <Select
            form={form}
            name="jurisdiction"
            label="Where it was given"
            placeholder="Choose"
            options={[...jurisdictions].map(([value, label]) => ({ value, label }))}
          />
          <Field form={form} name="number" label="Licence number" size="medium" autocomplete="off" />
          <Field
            form={form}
            name="holderName"
            label="Name on the licence"
            help="As it is printed there, also if you use another name now."
            autocomplete="name"
          />
          <Field
            form={form}
            name="expiresOn"
            type="date"
            label="Expires on"
            help="Its last day. With us it stands until the end of that day in UTC."
            size="medium"
          />
          <Field
            form={form}
            name="npi"
            label="NPI"
            required={false}
            help="Ten digits, United States only. An active NPI does not prove licensure: we check the licence itself."
            size="short"
            inputmode="numeric"
            autocomplete="off"
          />
          <div class="form-actions">
            <Button>Enter licence</Button>
          </div>
        </form>
      </section>
    </Layout>
  );
}

const LicenceTable = ({ licences }: { licences: Licence[] }): JSX.Element => (
  <Table
    caption="Your licences"
    columns={[
      { label: 'Licence' },
      { label: 'Given in' },
      { label: 'Number' },
      { label: 'Expires' },
      { label: 'State' },
    ]}
    rows={licences.map(({ id, professionTitle, jurisdiction, number, expiresOn, status }) => [
      <a href={`/account/licences/${id}`} safe>
        {professionTitle}
      </a>,
      <span safe>{jurisdictionName(jurisdiction)}</span>,
      <span safe>{number}</span>,
      <span safe>{expiresOn}</span>,
      <Badge {...statusWords[status]} />,
    ])}
  />
);
