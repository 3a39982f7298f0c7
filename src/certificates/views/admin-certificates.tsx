import type { AdminCertificate, CertificateFilter } from '../admin/admin-certificates.queries.js';
import {
  Badge,
  EmptyState,
  emptyForm,
  Field,
  FilterBar,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  Pagination,
  Select,
  Table,
  Time,
} from '../../web/index.js';
import { statusBadge } from './my-certificates.js';

interface Props {
  page: PageContext;
  filter: CertificateFilter;
  items: AdminCertificate[];
  next: string | null;
}

const columns = [
  { label: 'Number' },
  { label: 'Holder' },
  { label: 'Award' },
  { label: 'Issued' },
  { label: 'Status' },
  { label: 'Act' },
];
const statuses = Object.entries(statusBadge).map(([value, { label }]) => ({ value, label }));

export function AdminCertificatesView({ page, filter, items, next }: Props): JSX.Element {
  const form = emptyForm({ search: filter.search, status: filter.status ?? '' });
  return (
    <Layout page={page} title="Certificates" tone="working">
      <PageHeader title="Certificates" lead="Every certificate ever issued, the newest first." />
      <FilterBar action="/admin/certificates" label="Find certificates" clearHref="/admin/certificates">
        <Field form={form} name="search" type="search" label="Number, holder or award" size="medium" />
        <Select form={form} name="status" label="Status" options={statuses} placeholder="Any status" />
      </FilterBar>
      {items.length > 0 ? (
        <Table caption="Certificates" columns={columns} rows={items.map(cells)} />
      ) : (
        <EmptyState
          title="No certificate found"
          text="Certificates appear here as learners complete courses."
          icon="award"
        >
          <LinkButton href="/admin/certificates" look="secondary">
            Show all
          </LinkButton>
        </EmptyState>
      )}
      <Pagination
        previousHref={filter.after ? addressOf(filter, undefined) : undefined}
        nextHref={next ? addressOf(filter, next) : undefined}
      />
    </Layout>
  );
}

function cells(certificate: AdminCertificate): JSX.Element[] {
  const { status } = certificate;
  const act = (
    <a href={`/admin/certificates/${certificate.number}/revocation`}>{status === 'revoked' ? 'See why' : 'Revoke'}</a>
  );
  return [
    <a class="nowrap" href={`/verify/${certificate.number}`} safe>
      {certificate.number}
    </a>,
    <bdi safe>{certificate.claim.holderName}</bdi>,
    <span safe>{certificate.claim.award.title}</span>,
    <Time at={certificate.issuedAt} date />,
    <Badge {...statusBadge[status]} />,
    act,
  ];
}

/** The same list from `after` on; pages only know the way on, so the way back leads to the beginning. */
function addressOf({ search, status }: CertificateFilter, after: string | undefined): string {
  const query = new URLSearchParams({ ...(search && { search }), ...(status && { status }), ...(after && { after }) });
  return `/admin/certificates?${query.toString()}`;
}
