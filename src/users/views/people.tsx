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
import type { PersonRow } from '../admin-people.queries.js';
import { roles } from '../roles.js';
import type { PeopleFilter } from '../users.schemas.js';

interface PeopleProps {
  page: PageContext;
  filter: PeopleFilter;
  people: PersonRow[];
  next: string | null;
}

const columns = [{ label: 'Name' }, { label: 'E-mail' }, { label: 'Roles' }, { label: 'Signed up' }];

export function PeopleView({ page, filter, people, next }: PeopleProps): JSX.Element {
  const form = emptyForm({ search: filter.search, role: filter.role ?? '' });
  return (
    <Layout page={page} title="People" tone="working">
      <PageHeader title="People" lead="Everybody with an account, the newest first." />
      <FilterBar action="/admin/people" label="Find people" clearHref="/admin/people">
        <Field form={form} name="search" type="search" label="Name or e-mail" size="medium" />
        <Select
          form={form}
          name="role"
          label="Role"
          options={roles.map((role) => ({ value: role, label: role }))}
          placeholder="Any role"
        />
      </FilterBar>
      {people.length > 0 ? (
        <Table caption="People" columns={columns} rows={people.map(cells)} />
      ) : (
        <EmptyState title="Nobody found" text="Try a part of the name or of the e-mail address." icon="users">
          <LinkButton href="/admin/people" look="secondary">
            Show everybody
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

const cells = (person: PersonRow): JSX.Element[] => [
  <a href={`/admin/people/${person.id}`} safe>
    {person.name}
  </a>,
  <>
    <span safe>{person.email}</span> {person.confirmed ? '' : <Badge label="not confirmed" kind="outline" />}
  </>,
  <span safe>{person.roles.join(', ')}</span>,
  <Time at={person.createdAt} date />,
];

/** The same list from `after` on; pages only know the way on, so the way back leads to the beginning. */
function addressOf({ search, role }: PeopleFilter, after: string | undefined): string {
  const query = new URLSearchParams({ ...(search && { search }), ...(role && { role }), ...(after && { after }) });
  return `/admin/people?${query.toString()}`;
}
