import {
  Badge,
  Card,
  DefinitionList,
  EmptyState,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Time,
  Timeline,
} from '../../web/index.js';
import type { PersonDetail, RoleChangeRow } from '../admin-people.queries.js';
import { roles } from '../roles.js';
import { GrantRoleForm, RevokeRoleForm } from './role-forms.js';

interface PersonProps {
  page: PageContext;
  person: PersonDetail;
  form: FormState;
}

export function PersonView({ page, person, form }: PersonProps): JSX.Element {
  const crumbs = [{ href: '/admin/people', label: 'People' }, { label: person.name }];
  return (
    <Layout page={page} title={person.name} width="reading" tone="working" breadcrumbs={crumbs} form={form}>
      <FormErrors form={form} />
      <PageHeader title={person.name} />
      <About person={person} />
      <section class="section">
        <h2>Give or take a role</h2>
        <p safe>{consequence(person.openSessions)}</p>
        {person.roles.length < roles.length ? (
          <Card title="Give a role" level={3}>
            <GrantRoleForm person={person} form={form} />
          </Card>
        ) : (
          ''
        )}
        {person.roles.length > 0 ? (
          <Card title="Take a role away" level={3}>
            <RevokeRoleForm person={person} form={form} />
          </Card>
        ) : (
          ''
        )}
      </section>
      <section class="section">
        <h2>Erase</h2>
        <a href={`/admin/people/${person.id}/erasure`}>Erase this account</a>
      </section>
      <section class="section">
        <h2>What was changed</h2>
        {person.roleChanges.length > 0 ? (
          <Timeline events={person.roleChanges.map(eventOf)} />
        ) : (
          <EmptyState title="No role was changed yet" icon="history" />
        )}
      </section>
    </Layout>
  );
}

function About({ person }: { person: PersonDetail }): JSX.Element {
  const email = (
    <span class="cluster">
      <span safe>{person.email}</span>
      {person.confirmed ? (
        <Badge label="confirmed" kind="accent" icon="check" />
      ) : (
        <Badge label="not confirmed" kind="outline" />
      )}
    </span>
  );
  return (
    <DefinitionList
      items={[
        { term: 'E-mail', detail: email },
        { term: 'Signed up', detail: <Time at={person.createdAt} /> },
        { term: 'Roles', detail: <span safe>{person.roles.join(', ') || 'none'}</span> },
        { term: 'Open sessions', detail: <span safe>{String(person.openSessions)}</span> },
      ]}
    />
  );
}

function consequence(openSessions: number): string {
  if (openSessions === 0) return 'The change counts from the next sign-in on.';
  return `The change counts at once: it ends ${openSessions === 1 ? '1 open session' : `${openSessions} open sessions`}, and the person signs in again.`;
}

const eventOf = ({ at, change, role, by, reason }: RoleChangeRow) => ({
  at,
  title: `${change === 'granted' ? 'Became' : 'No longer'} ${role}`,
  text: `${by ?? 'The operator'}: ${reason}`,
});
