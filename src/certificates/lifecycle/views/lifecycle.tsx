import type { Certificate } from '../../certificate.queries.js';
import { statusBadge } from '../../views/my-certificates.js';
import {
  Badge,
  Button,
  Checkboxes,
  DefinitionList,
  Field,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  Select,
  Textarea,
  Time,
  Timeline,
} from '../../../web/index.js';
import type { HistoryEvent } from '../history.queries.js';
import { suspensionCauses } from '../suspend-certificate.js';

interface Props {
  page: PageContext;
  form: FormState;
  certificate: Certificate;
  history: HistoryEvent[];
}

const causes = { licence: 'Licence', safety: 'Safety', complaint: 'Complaint', decision: 'Other decision' };
const causeOptions = suspensionCauses.map((value) => ({ value, label: causes[value] }));
const words = {
  issued: 'Issued',
  suspended: 'Suspended',
  reinstated: 'Reinstated',
  revoked: 'Revoked',
  superseded: 'Superseded',
};

export function LifecycleView({ page, form, certificate, history }: Props): JSX.Element {
  const { number, claim, status, issuedAt, validUntil } = certificate;
  const crumbs = [{ href: '/admin/certificates', label: 'Certificates' }, { label: number }];
  const changeable = status === 'valid' || status === 'suspended';
  return (
    <Layout page={page} title={number} width="reading" tone="working" breadcrumbs={crumbs} form={form}>
      <FormErrors form={form} />
      <PageHeader title={claim.holderName} lead={claim.award.title} />
      <DefinitionList
        items={[
          { term: 'Status', detail: <Badge {...statusBadge[status]} /> },
          {
            term: 'Number',
            detail: (
              <a class="tabular" href={`/verify/${number}`} safe>
                {number}
              </a>
            ),
          },
          { term: 'Issued', detail: <Time at={issuedAt} /> },
          { term: 'Valid until', detail: validUntil ? <Time at={validUntil} /> : <span>No end date</span> },
        ]}
      />
      <section class="section">
        <h2>What happened</h2>
        <Timeline events={history.map(told)} />
      </section>
      {changeable ? <Changes form={form} certificate={certificate} /> : ''}
      {status === 'revoked' ? (
        ''
      ) : (
        <section class="section">
          <h2>Revoke</h2>
          <p>For good: when it should never have been issued, or for misconduct. It cannot be undone.</p>
          <LinkButton href={`/admin/certificates/${number}/revocation`} look="danger" icon="ban">
            Revoke this certificate
          </LinkButton>
        </section>
      )}
    </Layout>
  );
}

const told = ({ at, what, about, reason, byName }: HistoryEvent) => ({
  at,
  title: [
    words[what],
    about && (about in causes ? causes[about as keyof typeof causes] : about),
    byName && `by ${byName}`,
  ]
    .filter(Boolean)
    .join(' · '),
  ...(reason && { text: reason }),
});

function Changes({ form, certificate }: Pick<Props, 'form' | 'certificate'>): JSX.Element {
  const { number, status, claim } = certificate;
  const at = (act: string) => `/admin/certificates/${number}/${act}`;
  const reason = (
    <Textarea
      form={form}
      name="reason"
      label="Reason"
      help="The holder reads it; the public does not."
      rows={3}
      maxlength={500}
    />
  );
  const procedures = claim.competence?.procedures ?? [];
  return (
    <>
      <section class="section">
        <h2>Suspend</h2>
        <form class="form" method="post" action={at('suspension')} novalidate>
          <Select form={form} name="cause" label="Cause" options={causeOptions} placeholder="Choose one" />
          {reason}
          <Button look="secondary">Suspend</Button>
        </form>
      </section>
      {status === 'suspended' ? (
        <section class="section">
          <h2>Reinstate</h2>
          <form class="form" method="post" action={at('reinstatement')} novalidate>
            <Select
              form={form}
              name="cause"
              label="Cause that is gone"
              options={causeOptions}
              placeholder="Choose one"
            />
            {reason}
            <Button look="secondary">Reinstate</Button>
          </form>
        </section>
      ) : (
        ''
      )}
      <section class="section">
        <h2>Correct the name</h2>
        <form class="form" method="post" action={at('correction')} novalidate>
          <input type="hidden" name="kind" value="name" />
          <Field form={form} name="name" label="Name as it should be" maxlength={200} />
          {reason}
          <Button look="secondary">Issue with this name</Button>
        </form>
      </section>
      {procedures.length > 1 ? (
        <section class="section">
          <h2>Reduce the scope</h2>
          <form class="form" method="post" action={at('correction')} novalidate>
            <input type="hidden" name="kind" value="scope" />
            <Checkboxes
              form={form}
              name="procedures"
              label="Procedures that remain"
              options={procedures.map(({ slug, title }) => ({ value: slug, label: title }))}
            />
            {reason}
            <Button look="secondary">Issue with these procedures</Button>
          </form>
        </section>
      ) : (
        ''
      )}
    </>
  );
}
