import {
  Badge,
  EmptyState,
  emptyForm,
  Field,
  FilterBar,
  Layout,
  LinkButton,
  PageHeader,
  type PageContext,
  Pagination,
  Select,
  Table,
  Time,
} from '../../../web/index.js';
import type { CodeFilter, DeskCode } from '../code-desk.queries.js';
import { codeStanding } from '../code-filter.js';
import { standingLooks, usesOf, worthOf } from './code-words.js';

interface CodeListProps {
  page: PageContext;
  codes: DeskCode[];
  filter: CodeFilter;
  next: string | null;
}

export function CodeListView({ page, codes, filter, next }: CodeListProps): JSX.Element {
  const form = emptyForm({ q: filter.q ?? '', standing: filter.standing ?? '' });
  const filtered = filter.q !== undefined || filter.standing !== undefined;
  const standings = codeStanding.options.map((value) => ({ value, label: value }));
  return (
    <Layout
      page={page}
      title="Codes"
      tone="working"
      breadcrumbs={[{ href: '/admin', label: 'Today' }, { label: 'Codes' }]}
    >
      <PageHeader
        title="Codes"
        lead="One code counts per order, on what is left after the offer and upgrade credit."
        actions={
          <LinkButton href="/admin/codes/new" icon="plus">
            New code
          </LinkButton>
        }
      />
      <FilterBar action="/admin/codes" label="Codes" clearHref={filtered ? '/admin/codes' : undefined}>
        <Field form={form} name="q" type="search" label="Code or note" required={false} />
        <Select form={form} name="standing" label="State" options={standings} placeholder="Any" required={false} />
      </FilterBar>
      {codes.length === 0 ? <NoCodes filtered={filtered} /> : <Codes codes={codes} />}
      <Pagination nextHref={next ? `/admin/codes?${question(filter, next)}` : undefined} />
    </Layout>
  );
}

const question = ({ q, standing }: CodeFilter, after: string): string =>
  new URLSearchParams({ ...(q && { q }), ...(standing && { standing }), after }).toString();

function NoCodes({ filtered }: { filtered: boolean }): JSX.Element {
  if (filtered)
    return (
      <EmptyState icon="search" title="No code is like this" text="Try another part of it, or clear the filter." />
    );
  return (
    <EmptyState icon="ticket" title="No code was given out so far">
      <LinkButton href="/admin/codes/new">New code</LinkButton>
    </EmptyState>
  );
}

function Codes({ codes }: { codes: DeskCode[] }): JSX.Element {
  return (
    <Table
      caption="Codes, the newest first"
      columns={[
        { label: 'Code' },
        { label: 'State' },
        { label: 'Takes off' },
        { label: 'Used', numeric: true },
        { label: 'Ends' },
        { label: 'For' },
      ]}
      rows={codes.map((code) => [
        <a href={`/admin/codes/${code.id}`} safe>
          {code.code}
        </a>,
        <Badge label={code.standing} kind={standingLooks[code.standing]} />,
        <span safe>{worthOf(code)}</span>,
        <span safe>{usesOf(code)}</span>,
        <Time at={code.endsAt} />,
        <span safe>{code.note}</span>,
      ])}
    />
  );
}
