import {
  Alert,
  Badge,
  type Column,
  EmptyState,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  Table,
} from '../../../web/index.js';
import type { SeatCounts } from '../../assigning/clinic-seat.queries.js';
import type { ClinicSeatRow } from '../../assigning/clinic-seats.js';
import type { SeatFilter } from '../../assigning/seat-filter.js';
import { counted } from '../../seat-words.js';
import type { Clinic } from '../clinic.queries.js';
import { PeopleOfClinic } from './people-of-clinic.js';

interface Props {
  page: PageContext;
  clinic: Clinic;
  counts: SeatCounts[];
  query: SeatFilter;
  form: FormState;
  rows: ClinicSeatRow[];
  next: number | null;
}

const sum = (counts: SeatCounts[], of: (each: SeatCounts) => number) =>
  counts.reduce((total, each) => total + of(each), 0);

/** What a clinic bought, who has it, and who is done. */
export function ClinicView({ page, clinic, counts, query, form, rows, next }: Props): JSX.Element {
  const bought = sum(counts, (each) => each.bought);
  const free = sum(counts, (each) => each.free);
  const actions = (
    <>
      {free > 0 ? (
        <LinkButton href={`/clinics/${clinic.id}/assign`} icon="user-plus">
          Assign seats
        </LinkButton>
      ) : (
        ''
      )}
      <LinkButton href={`/clinics/${clinic.id}/managers`} look="secondary" icon="users">
        Managers
      </LinkButton>
    </>
  );
  const lead = bought === 0 ? 'No seats yet.' : `${counted(bought, 'seat')}, ${free} of them free.`;
  return (
    <Layout
      page={page}
      title={clinic.name}
      tone="working"
      form={form}
      breadcrumbs={[{ href: '/clinics', label: 'Clinics' }, { label: clinic.name }]}
    >
      <FormErrors form={form} />
      <PageHeader title={clinic.name} lead={lead} actions={actions} />
      {counts.some(({ isPaused }) => isPaused) ? <Paused /> : ''}
      {counts.length === 0 ? <NoSeats /> : <Bought clinic={clinic} counts={counts} />}
      {bought > free || query.q || query.state ? (
        <PeopleOfClinic clinic={clinic} counts={counts} query={query} form={form} rows={rows} next={next} />
      ) : (
        ''
      )}
    </Layout>
  );
}

const Paused = (): JSX.Element => (
  <Alert kind="warning" title="Some seats are paused">
    <p>Their payment is being looked into. They cannot be used or assigned until that is done. Nothing is lost.</p>
  </Alert>
);

const NoSeats = (): JSX.Element => (
  <EmptyState
    title="No seats yet"
    text="Choose a bundle or a course, and there “Buy seats for a clinic”. Many seats cost less each."
    icon="users"
  >
    <LinkButton href="/catalogue">See the catalogue</LinkButton>
  </EmptyState>
);

function Bought({ clinic, counts }: { clinic: Clinic; counts: SeatCounts[] }): JSX.Element {
  const numeric = (label: string): Column => ({ label, numeric: true });
  return (
    <section class="section" aria-labelledby="bought">
      <h2 id="bought">Seats</h2>
      <Table
        caption="Seats by what they open"
        columns={[
          { label: 'What they open' },
          ...['Bought', 'Free', 'Not accepted yet', 'Accepted', 'In study', 'Done'].map(numeric),
          { label: 'Next' },
        ]}
        rows={counts.map((each) => [
          <a href={`/catalogue`} safe>
            {each.title}
          </a>,
          <span>{each.bought}</span>,
          <span>{each.free}</span>,
          <span>{each.waiting}</span>,
          <span>{each.accepted}</span>,
          <span>{each.inStudy}</span>,
          <span>{each.done}</span>,
          <NextStep clinic={clinic} counts={each} />,
        ])}
      />
    </section>
  );
}

function NextStep({ clinic, counts }: { clinic: Clinic; counts: SeatCounts }): JSX.Element {
  if (counts.isPaused) return <Badge label="Paused" kind="signal" />;
  if (counts.free === 0) return 'All assigned';
  return (
    <a href={`/clinics/${clinic.id}/assign?product=${counts.productId}`}>
      Assign
      <span class="visually-hidden" safe>{` seats in ${counts.title}`}</span>
    </a>
  );
}
