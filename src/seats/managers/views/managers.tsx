import {
  ActForm,
  Button,
  Field,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Table,
  Time,
  type Viewer,
} from '../../../web/index.js';
import type { Clinic, ClinicManager, WaitingManager } from '../../clinics/clinic.queries.js';

interface Props {
  page: PageContext;
  viewer: Viewer;
  clinic: Clinic;
  managers: ClinicManager[];
  waiting: WaitingManager[];
  form: FormState;
}

/** Who manages a clinic, and who is asked to. */
export function ManagersView({ page, viewer, clinic, managers, waiting, form }: Props): JSX.Element {
  const path = `/clinics/${clinic.id}`;
  return (
    <Layout
      page={page}
      title={`Managers of ${clinic.name}`}
      width="reading"
      tone="working"
      form={form}
      breadcrumbs={[{ href: '/clinics', label: 'Clinics' }, { href: path, label: clinic.name }, { label: 'Managers' }]}
    >
      <FormErrors form={form} />
      <PageHeader
        title="Managers"
        lead="A manager assigns and recalls seats, sees who is done, and asks others to manage, too."
      />
      <Table
        caption="Managers"
        columns={[{ label: 'Name' }, { label: 'E-mail' }, { label: 'Since' }, { label: 'Act' }]}
        rows={managers.map((manager) => [
          <span safe>{manager.name}</span>,
          <span safe>{manager.email}</span>,
          <Time at={manager.addedAt} date />,
          <Leave
            path={path}
            manager={manager}
            isSelf={manager.personId === viewer.personId}
            isLast={managers.length === 1}
          />,
        ])}
      />
      {waiting.length > 0 ? <Waiting path={path} waiting={waiting} /> : ''}
      <section class="section" aria-labelledby="invite">
        <h2 id="invite">Invite a manager</h2>
        <form class="form" method="post" action={`${path}/managers`} novalidate>
          <Field form={form} name="email" type="email" label="Their e-mail" required />
          <div class="form-actions">
            <Button>Send the invitation</Button>
          </div>
        </form>
      </section>
    </Layout>
  );
}

interface LeaveProps {
  path: string;
  manager: ClinicManager;
  isSelf: boolean;
  isLast: boolean;
}

function Leave({ path, manager, isSelf, isLast }: LeaveProps): JSX.Element {
  if (isLast) return <span class="soft">The only manager</span>;
  return (
    <ActForm
      action={`${path}/managers/${manager.personId}/removal`}
      label={isSelf ? 'Leave the clinic' : `Remove ${manager.name}`}
      look="quiet"
      small
    />
  );
}

const Waiting = ({ path, waiting }: { path: string; waiting: WaitingManager[] }): JSX.Element => (
  <section class="section" aria-labelledby="asked">
    <h2 id="asked">Asked</h2>
    <Table
      caption="Invitations that were not accepted yet"
      columns={[{ label: 'E-mail' }, { label: 'Asked' }, { label: 'Act' }]}
      rows={waiting.map(({ id, email, invitedAt }) => [
        <span safe>{email}</span>,
        <Time at={invitedAt} />,
        <ActForm
          action={`${path}/manager-invitations/${id}/withdrawal`}
          label={`Withdraw the invitation of ${email}`}
          look="quiet"
          small
        />,
      ])}
    />
  </section>
);
