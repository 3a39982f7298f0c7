import {
  ActForm,
  Badge,
  Button,
  DefinitionList,
  emptyForm,
  Field,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Progress,
  Table,
  Time,
} from '../../../web/index.js';
import type { Clinic } from '../../clinics/clinic.queries.js';
import { counted } from '../../seat-words.js';
import type { ClinicSeatDetail } from '../clinic-seats.js';
import { seatStateLabel } from '../seat-state-label.js';

/** The form that came back with a reason. */
export interface SeatAct {
  of: 'resend' | 'recall' | 'reassign';
  form: FormState;
}

interface Props {
  page: PageContext;
  clinic: Clinic;
  seat: ClinicSeatDetail;
  act: SeatAct | undefined;
}

/** One held seat of a clinic: who has it, how far they are, and what can be done about it. */
export function SeatView({ page, clinic, seat, act }: Props): JSX.Element {
  const path = `/clinics/${clinic.id}`;
  const who = seat.name || seat.email;
  const form = act?.form ?? emptyForm();
  return (
    <Layout
      page={page}
      title={who}
      width="reading"
      tone="working"
      form={form}
      breadcrumbs={[{ href: '/clinics', label: 'Clinics' }, { href: path, label: clinic.name }, { label: who }]}
    >
      <FormErrors form={form} />
      <PageHeader
        kicker={seat.title}
        title={who}
        meta={<Badge {...seatStateLabel[seat.state]} />}
        lead={seat.state === 'private' ? 'Chose not to share their progress. The seat stays theirs.' : undefined}
      />
      <DefinitionList items={facts(seat)} />
      {seat.courses.length > 0 ? <Courses seat={seat} /> : ''}
      {seat.state === 'waiting' ? (
        <SendAgain path={path} seat={seat} form={act?.of === 'resend' ? act.form : emptyForm({ email: seat.email })} />
      ) : (
        ''
      )}
      {seat.state === 'in_study' || seat.state === 'done' ? (
        <p class="soft">The seat is in use, so it cannot be recalled.</p>
      ) : (
        <TakeBack path={path} seat={seat} form={act?.of === 'reassign' ? act.form : emptyForm()} />
      )}
    </Layout>
  );
}

const facts = ({ email, assignedAt, acceptedAt, completedAt, hasCertificate }: ClinicSeatDetail) => [
  { term: 'Invited at', detail: <span safe>{email}</span> },
  { term: 'Assigned', detail: <Time at={assignedAt} /> },
  { term: 'Accepted', detail: acceptedAt ? <Time at={acceptedAt} /> : 'Not yet' },
  ...(completedAt ? [{ term: 'Completed', detail: <Time at={completedAt} /> }] : []),
  ...(hasCertificate === null ? [] : [{ term: 'Certificate', detail: hasCertificate ? 'Earned' : 'Not earned yet' }]),
];

const Courses = ({ seat: { courses } }: { seat: ClinicSeatDetail }): JSX.Element => (
  <section class="section" aria-labelledby="courses">
    <h2 id="courses">Courses</h2>
    <Table
      caption="Progress by course"
      columns={[{ label: 'Course' }, { label: 'Progress' }, { label: 'Completed' }]}
      rows={courses.map(({ title, progressPercent, completedAt }) => [
        <span safe>{title}</span>,
        <Progress value={progressPercent} max={100} label={`Progress in ${title}`} text={`${progressPercent}%`} />,
        completedAt ? <Time at={completedAt} date /> : '–',
      ])}
    />
  </section>
);

interface FormProps {
  path: string;
  seat: ClinicSeatDetail;
  form: FormState;
}

const SendAgain = ({ path, seat, form }: FormProps): JSX.Element => (
  <section class="section" aria-labelledby="again">
    <h2 id="again">Send the invitation again</h2>
    <p>The new mail has a new link, and earlier links stop working. Correct the address here if it was wrong.</p>
    <form class="form" method="post" action={`${path}/assignments/${seat.id}/invitations`} novalidate>
      <Field form={form} name="email" type="email" label="Their e-mail" required />
      <div class="form-actions">
        <Button>Send a new link</Button>
      </div>
    </form>
  </section>
);

function TakeBack({ path, seat, form }: FormProps): JSX.Element {
  const who = seat.name || seat.email;
  const ends =
    seat.state === 'waiting'
      ? 'The link in the invitation stops working'
      : `Ends the access of ${who} by this seat to ${counted(seat.courseCount, 'course')}`;
  return (
    <section class="section" aria-labelledby="back">
      <h2 id="back">Take the seat back</h2>
      <p
        safe
      >{`${ends}, and 1 seat is free again. ${who} is told by mail. Once a course was begun, this is no longer possible.`}</p>
      <ActForm action={`${path}/assignments/${seat.id}/recall`} label="Recall the seat" look="danger" />
      <h3>Or give it to somebody else</h3>
      <form class="form" method="post" action={`${path}/assignments/${seat.id}/reassignment`} novalidate>
        <Field form={form} name="name" label="Name" required={false} maxlength={120} />
        <Field form={form} name="email" type="email" label="E-mail" required />
        <div class="form-actions">
          <Button look="secondary">Recall and invite instead</Button>
        </div>
      </form>
    </section>
  );
}
