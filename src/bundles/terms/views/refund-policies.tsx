import {
  Badge,
  Button,
  Card,
  Field,
  FormErrors,
  type FormState,
  Layout,
  PageHeader,
  type PageContext,
  Table,
  Time,
} from '../../../web/index.js';
import type { Market } from '../../markets/market.js';
import type { PolicyVersion } from '../terms-desk.queries.js';
import { feeField } from '../terms-forms.js';
import { policyWords } from './terms-words.js';

interface RefundPoliciesProps {
  page: PageContext;
  policies: PolicyVersion[];
  markets: Market[];
  form: FormState;
}

/** Every version of every refund policy, and the form for the next one. */
export function RefundPoliciesView({ page, policies, markets, form }: RefundPoliciesProps): JSX.Element {
  return (
    <Layout
      page={page}
      title="Refund policies"
      tone="working"
      form={form}
      breadcrumbs={[
        { href: '/admin', label: 'Today' },
        { href: '/admin/terms', label: 'Terms' },
        { label: 'Refund policies' },
      ]}
    >
      <FormErrors form={form} />
      <PageHeader
        title="Refund policies"
        lead="A version never changes. Whoever bought keeps the version they were promised; whoever buys now gets the latest."
      />
      <Table
        caption="Versions of refund policies"
        columns={[
          { label: 'Policy' },
          { label: 'Version', numeric: true },
          { label: 'Promises' },
          { label: 'Set' },
          { label: 'Why' },
        ]}
        rows={policies.map((policy) => [
          <>
            <span safe>{policy.name}</span> {policy.latest ? <Badge label="holds now" kind="accent" /> : ''}
          </>,
          <span>{policy.version}</span>,
          <span safe>{policyWords(policy)}</span>,
          <>
            <Time at={policy.createdAt} /> <span safe>{policy.createdBy ?? ''}</span>
          </>,
          <span safe>{policy.reason}</span>,
        ])}
      />
      <Card title="A next version, or a new policy">
        <form class="form" method="post" action="/admin/refund-policies" novalidate>
          <Field
            form={form}
            name="name"
            label="Name"
            help="Of the policy to replace from now on, or of a new one."
            maxlength={80}
          />
          <div class="form-row">
            <Field
              form={form}
              name="days"
              label="Within"
              inputmode="numeric"
              size="short"
              suffix="days"
              help="0: no refund."
            />
            <Field
              form={form}
              name="maxProgressPercent"
              label="Studied at most"
              inputmode="numeric"
              size="short"
              suffix="%"
            />
            <Field form={form} name="feePercent" label="Fee" inputmode="numeric" size="short" suffix="%" />
          </div>
          <fieldset class="field">
            <legend>Fixed fee</legend>
            <p class="field-help">Empty: none in that market.</p>
            <div class="form-row">
              {markets.map(({ name, label, currency }) => (
                <Field
                  form={form}
                  name={feeField(name)}
                  label={`${currency}, ${label}`}
                  inputmode="decimal"
                  size="short"
                  required={false}
                />
              ))}
            </div>
          </fieldset>
          <Field form={form} name="reason" label="Reason" help="Kept with the version." maxlength={300} />
          <div class="form-actions">
            <Button>Set from now on</Button>
          </div>
        </form>
      </Card>
    </Layout>
  );
}
