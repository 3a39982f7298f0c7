import {
  Button,
  Checkbox,
  Checkboxes,
  Field,
  FormErrors,
  type FormState,
  Layout,
  PageHeader,
  type PageContext,
} from '../../../web/index.js';
import type { Market } from '../../markets/market.js';
import { offField } from '../code-form.js';

interface NewCodeProps {
  page: PageContext;
  form: FormState;
  markets: Market[];
  products: { slug: string; title: string }[];
}

export function NewCodeView({ page, form, markets, products }: NewCodeProps): JSX.Element {
  return (
    <Layout
      page={page}
      title="New code"
      width="form"
      form={form}
      breadcrumbs={[
        { href: '/admin', label: 'Today' },
        { href: '/admin/codes', label: 'Codes' },
        { label: 'New code' },
      ]}
    >
      <FormErrors form={form} />
      <PageHeader
        title="New code"
        lead="Its terms cannot be changed once it is given out; it can be withdrawn at any time."
      />
      <form class="form" method="post" action="/admin/codes" novalidate>
        <Field
          form={form}
          name="code"
          label="Code"
          help="Letters, digits and hyphens. Capitals do not matter, and O and 0 or I, L and 1 are the same."
          size="medium"
          maxlength={40}
        />
        <Field form={form} name="note" label="What it is for" help="Only staff see it." maxlength={300} />
        <Worth form={form} markets={markets} />
        <div class="form-row">
          <Field form={form} name="startsAt" type="datetime-local" label="Starts" />
          <Field form={form} name="endsAt" type="datetime-local" label="Ends" />
        </div>
        <Field
          form={form}
          name="zone"
          label="Zone of these times"
          size="medium"
          help="UTC, -05:00 or America/New_York"
        />
        <div class="form-row">
          <Field
            form={form}
            name="totalLimit"
            label="Uses in all"
            inputmode="numeric"
            size="short"
            required={false}
            help="Empty: without limit."
          />
          <Field
            form={form}
            name="personLimit"
            label="Uses per person"
            inputmode="numeric"
            size="short"
            required={false}
            help="Empty: without limit."
          />
        </div>
        <Checkbox
          form={form}
          name="withOffers"
          label="Combines with offers"
          help="Otherwise it leaves everything as it is that an offer lowered."
          required={false}
        />
        <Checkboxes
          form={form}
          name="products"
          label="Only for"
          help="None: for every course and bundle."
          options={products.map(({ slug, title }) => ({ value: slug, label: title }))}
          required={false}
        />
        <div class="form-actions">
          <Button>Give out this code</Button>
        </div>
      </form>
    </Layout>
  );
}

function Worth({ form, markets }: { form: FormState; markets: Market[] }): JSX.Element {
  return (
    <fieldset class="field">
      <legend>What it takes off</legend>
      <p class="field-help">Either a percentage, or a sum in each market where it is to count.</p>
      <Field form={form} name="percent" label="Percent" inputmode="numeric" size="short" suffix="%" required={false} />
      <div class="form-row">
        {markets.map(({ name, label, currency }) => (
          <Field
            form={form}
            name={offField(name)}
            label={`${currency}, ${label}`}
            inputmode="decimal"
            size="short"
            required={false}
          />
        ))}
      </div>
    </fieldset>
  );
}
