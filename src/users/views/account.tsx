import {
  Badge,
  DefinitionList,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  type Viewer,
} from '../../web/index.js';
import type { OpenSession } from '../sessions/session.queries.js';
import { ChangePasswordForm } from './change-password-form.js';
import { SessionTable } from './session-table.js';

interface AccountProps {
  page: PageContext;
  viewer: Viewer;
  sessions: OpenSession[];
  form: FormState;
}

export function AccountView({ page, viewer, sessions, form }: AccountProps): JSX.Element {
  return (
    <Layout page={page} title="Account" width="reading" tone="working" form={form}>
      <FormErrors form={form} />
      <PageHeader title="Account" />
      <About viewer={viewer} />
      <section class="section">
        <h2>Password</h2>
        <ChangePasswordForm form={form} />
      </section>
      <section class="section">
        <h2>Where you are signed in</h2>
        <p>If you do not know one of these, end it and change your password.</p>
        <SessionTable sessions={sessions} />
      </section>
      <section class="section">
        <h2>Mail</h2>
        <p>
          <a href="/account/mail">Choose what you get by mail, and when</a>
        </p>
      </section>
      <section class="section">
        <h2>Programs</h2>
        <p>
          <a href="/account/tokens">Tokens for programs that act for you</a>
        </p>
      </section>
      <section class="section">
        <h2>Leaving</h2>
        <p>
          <a href="/account/erasure">Erase my account</a>
        </p>
      </section>
    </Layout>
  );
}

function About({ viewer }: { viewer: Viewer }): JSX.Element {
  const standing = viewer.confirmed ? (
    <Badge label="confirmed" kind="accent" icon="check" />
  ) : (
    <Badge label="not confirmed" kind="outline" />
  );
  const email = (
    <span class="cluster">
      <span safe>{viewer.email}</span> {standing}
    </span>
  );
  return (
    <DefinitionList
      items={[
        { term: 'Name', detail: <span safe>{viewer.name}</span> },
        { term: 'E-mail', detail: email },
        {
          term: viewer.roles.length === 1 ? 'Role' : 'Roles',
          detail: <span safe>{viewer.roles.join(', ') || 'none'}</span>,
        },
      ]}
    />
  );
}
