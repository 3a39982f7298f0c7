import type { AdminCertificate } from '../admin/admin-certificates.queries.js';
import {
  Alert,
  Button,
  DefinitionList,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  Textarea,
  Time,
} from '../../web/index.js';

interface Props {
  page: PageContext;
  form: FormState;
  certificate: AdminCertificate;
}

/** What revoking will do, in words, before it is done; and afterwards who did it and why. */
export function RevocationView({ page, form, certificate }: Props): JSX.Element {
  const crumbs = [{ href: '/admin/certificates', label: 'Certificates' }, { label: certificate.number }];
  const title = certificate.revokedAt ? 'Revoked certificate' : 'Revoke a certificate';
  return (
    <Layout page={page} title={title} width="form" breadcrumbs={crumbs} form={form}>
      <FormErrors form={form} />
      <PageHeader title={title} />
      <DefinitionList
        items={[
          {
            term: 'Number',
            detail: (
              <a href={`/verify/${certificate.number}`} safe>
                {certificate.number}
              </a>
            ),
          },
          { term: 'Holder', detail: <bdi safe>{certificate.claim.holderName}</bdi> },
          { term: 'Award', detail: <span safe>{certificate.claim.award.title}</span> },
          { term: 'Issued', detail: <Time at={certificate.issuedAt} /> },
          ...revoked(certificate),
        ]}
      />
      {certificate.revokedAt ? '' : <Confirmation form={form} certificate={certificate} />}
    </Layout>
  );
}

function revoked({ revokedAt, revokedBy, revokedReason }: AdminCertificate) {
  if (!revokedAt) return [];
  return [
    { term: 'Revoked', detail: <Time at={revokedAt} /> },
    { term: 'Revoked by', detail: <span safe>{revokedBy ?? 'an account that is gone'}</span> },
    { term: 'Reason', detail: <span safe>{revokedReason ?? ''}</span> },
  ];
}

function Confirmation({ form, certificate }: Omit<Props, 'page'>): JSX.Element {
  return (
    <form class="form" method="post" action={`/admin/certificates/${certificate.number}/revocation`} novalidate>
      <Alert kind="warning" title="This cannot be undone">
        <ul class="consequences">
          <li>1 certificate shows “revoked” on its public page at once, and to other verifiers within 5 minutes.</li>
          <li>Its PDF can no longer be downloaded.</li>
          <li safe>{`${certificate.claim.holderName} gets a mail with your reason.`}</li>
          <li>Access to courses and their progress stay as they are.</li>
        </ul>
      </Alert>
      <Textarea
        form={form}
        name="reason"
        label="Reason"
        help="The holder reads it; the public does not."
        rows={4}
        maxlength={500}
      />
      <div class="form-actions">
        <Button look="danger" icon="ban">
          Revoke this certificate
        </Button>
        <LinkButton href="/admin/certificates" look="quiet">
          Keep it
        </LinkButton>
      </div>
    </form>
  );
}
