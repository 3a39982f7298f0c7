import {
  ActForm,
  Badge,
  Button,
  Field,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Table,
  Time,
} from '../../../web/index.js';
import type { OwnSeat } from '../../invitations/held-seat.queries.js';
import { clinicSees } from '../../invitations/what-a-clinic-sees.js';
import { listWords } from '../../seat-words.js';
import type { ManagedClinic } from '../clinic.queries.js';

interface Props {
  page: PageContext;
  managed: ManagedClinic[];
  held: OwnSeat[];
  form: FormState;
}

/** The clinics somebody manages, and those that gave them a seat. */
export function ClinicsView({ page, managed, held, form }: Props): JSX.Element {
  return (
    <Layout page={page} title="Clinics" tone="working" form={form}>
      <FormErrors form={form} />
      <PageHeader title="Clinics" lead="Buy seats for your staff, assign them, and see who is done." />
      {managed.length > 0 ? <Managed clinics={managed} /> : ''}
      {held.length > 0 ? <Held seats={held} /> : ''}
      <section class="section" aria-labelledby="new">
        <h2 id="new">Set up a clinic</h2>
        <p>
          You manage it. Seats are bought on the page of a bundle or a course: choose “Buy seats for a clinic” there.
        </p>
        <form class="form" method="post" action="/clinics" novalidate>
          <Field
            form={form}
            name="name"
            label="Name of the clinic"
            help="As your staff know it: it stands in the mails they get."
            autocomplete="organization"
            maxlength={120}
            required
          />
          <div class="form-actions">
            <Button look={managed.length > 0 ? 'secondary' : 'primary'}>Set up the clinic</Button>
          </div>
        </form>
      </section>
    </Layout>
  );
}

const Managed = ({ clinics }: { clinics: ManagedClinic[] }): JSX.Element => (
  <section class="section" aria-labelledby="managed">
    <h2 id="managed">You manage</h2>
    <Table
      caption="Clinics you manage"
      columns={[{ label: 'Clinic' }, { label: 'Seats', numeric: true }, { label: 'Free', numeric: true }]}
      rows={clinics.map(({ id, name, bought, free }) => [
        <a href={`/clinics/${id}`} safe>
          {name}
        </a>,
        <span>{bought}</span>,
        <span>{free}</span>,
      ])}
    />
  </section>
);

const Held = ({ seats }: { seats: OwnSeat[] }): JSX.Element => (
  <section class="section" aria-labelledby="held">
    <h2 id="held">You have a seat from</h2>
    <p safe>
      {`While you share, the clinic sees ${listWords(clinicSees)}. If you stop, you keep the courses, and the clinic sees that you do not share.`}
    </p>
    <Table
      caption="Seats that clinics gave you"
      columns={[{ label: 'Clinic' }, { label: 'Seat' }, { label: 'Accepted' }, { label: 'Sharing' }]}
      rows={seats.map((seat) => [
        <span safe>{seat.giver}</span>,
        <span safe>{seat.title}</span>,
        <Time at={seat.acceptedAt} date />,
        <Sharing seat={seat} />,
      ])}
    />
  </section>
);

function Sharing({ seat: { id, giver, sharingEndedAt, endedAt } }: { seat: OwnSeat }): JSX.Element {
  if (endedAt) return <Badge label="Seat has ended" kind="outline" />;
  const shares = sharingEndedAt === null;
  return (
    <div class="cluster">
      <span>{shares ? 'Shared' : 'Not shared'}</span>
      <ActForm
        action={`/seats/${id}/sharing`}
        label={shares ? `Stop sharing with ${giver}` : `Share with ${giver} again`}
        values={{ shares: shares ? 'no' : 'yes' }}
        look="quiet"
        small
      />
    </div>
  );
}
