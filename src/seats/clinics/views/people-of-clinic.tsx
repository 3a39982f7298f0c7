import {
  Badge,
  type Column,
  EmptyState,
  Field,
  filterAddress,
  FilterBar,
  type FormState,
  Pagination,
  Progress,
  Select,
  Table,
  Time,
} from '../../../web/index.js';
import type { SeatCounts } from '../../assigning/clinic-seat.queries.js';
import type { ClinicSeatRow } from '../../assigning/clinic-seats.js';
import type { SeatFilter } from '../../assigning/seat-filter.js';
import { seatStateLabel } from '../../assigning/seat-state-label.js';
import { counted } from '../../seat-words.js';
import type { Clinic } from '../clinic.queries.js';

interface Props {
  clinic: Clinic;
  counts: SeatCounts[];
  query: SeatFilter;
  form: FormState;
  rows: ClinicSeatRow[];
  next: number | null;
}

const states = Object.entries(seatStateLabel).map(([value, { label }]) => ({ value, label }));
const sorts = [
  { value: 'name', label: 'Name' },
  { value: 'state', label: 'State' },
  { value: 'progress', label: 'Progress' },
  { value: 'assigned', label: 'Newest first' },
];

/** Everybody who has a seat: searched, filtered, sorted, exported. */
export function PeopleOfClinic({ clinic, counts, query, form, rows, next }: Props): JSX.Element {
  const path = `/clinics/${clinic.id}`;
  const filter = { ...query, after: undefined, limit: undefined };
  return (
    <section class="section" aria-labelledby="people">
      <h2 id="people">People</h2>
      <FilterBar
        action={path}
        label="Filter people"
        clearHref={path}
        exportHref={filterAddress(`/api/clinics/${clinic.id}/assignments.csv`, filter)}
      >
        <Field form={form} name="q" label="Name or e-mail" type="search" />
        <Select form={form} name="state" label="State" placeholder="Any" options={states} />
        <Select
          form={form}
          name="product"
          label="Seats"
          placeholder="Any"
          options={counts.map(({ productId, title }) => ({ value: productId, label: title }))}
        />
        <Select
          form={{ ...form, values: { sort: query.sort, ...form.values } }}
          name="sort"
          label="Sort by"
          options={sorts}
        />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState title="Nobody matches" text="Change the filter, or clear it to see everybody." icon="users" />
      ) : (
        <Table caption="People with a seat" columns={columns(path, query)} rows={rows.map((row) => cells(path, row))} />
      )}
      <Pagination
        previousHref={
          query.after ? filterAddress(path, { ...query, after: Math.max(0, query.after - query.limit) }) : undefined
        }
        nextHref={next === null ? undefined : filterAddress(path, { ...query, after: next })}
      />
    </section>
  );
}

function columns(path: string, query: SeatFilter): Column[] {
  const sortable = (label: string, sort: SeatFilter['sort'], direction: Column['sorted']): Column => ({
    label,
    sortHref: filterAddress(path, { ...query, after: undefined, sort }),
    ...(query.sort === sort && { sorted: direction }),
  });
  return [
    sortable('Person', 'name', 'ascending'),
    { label: 'Seat' },
    sortable('State', 'state', 'ascending'),
    sortable('Progress', 'progress', 'descending'),
    { label: 'Certificate' },
    sortable('Assigned', 'assigned', 'descending'),
  ];
}

const cells = (path: string, row: ClinicSeatRow): JSX.Element[] => [
  <>
    <a href={`${path}/assignments/${row.id}`} safe>
      {row.name || row.email}
    </a>
    {row.name ? (
      <span class="seat-email" safe>
        {row.email}
      </span>
    ) : (
      ''
    )}
  </>,
  <span safe>{row.title}</span>,
  <Badge {...seatStateLabel[row.state]} />,
  row.progressPercent === null ? (
    '–'
  ) : (
    <Progress
      value={row.progressPercent}
      max={100}
      label={`Progress of ${row.name}`}
      text={`${row.progressPercent}%, ${row.completedCount ?? 0} of ${counted(row.courseCount, 'course')}`}
    />
  ),
  <span>{row.hasCertificate === null ? '–' : row.hasCertificate ? 'Yes' : 'No'}</span>,
  <Time at={row.assignedAt} date />,
];
