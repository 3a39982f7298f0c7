import {
  ActForm,
  Alert,
  Button,
  Field,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Time,
} from '../../web/index.js';
import type { PendingErasure } from '../erasure/erasure.queries.js';

interface Props {
  page: PageContext;
  form: FormState;
  pending: PendingErasure | undefined;
  holds: string[];
}

/** What goes and what stays when an account is erased, before it is asked for. */
export function ErasureView({ page, form, pending, holds }: Props): JSX.Element {
  return (
    <Layout
      page={page}
      title="Erase my account"
      width="reading"
      tone="working"
      form={form}
      breadcrumbs={[{ href: '/account', label: 'Account' }, { label: 'Erase my account' }]}
    >
      <FormErrors form={form} />
      <PageHeader title="Erase my account" lead="After it is done nobody can bring it back, neither you nor we." />
      {pending ? <Pending pending={pending} /> : ''}
      <Holds holds={holds} />
      <WhatHappens />
      {pending ? (
        ''
      ) : (
        <form class="form" method="post" action="/account/erasure" novalidate>
          <Field
            form={form}
            name="currentPassword"
            type="password"
            label="Present password"
            autocomplete="current-password"
            required
          />
          <div class="form-actions">
            <Button look="danger">Erase my account in a week</Button>
          </div>
        </form>
      )}
    </Layout>
  );
}

const Pending = ({ pending }: { pending: PendingErasure }): JSX.Element => (
  <Alert kind="warning" title="Your account is going to be erased">
    <p>
      On <Time at={pending.dueAt} /> at the earliest. Until then everything works as before.
    </p>
    <ActForm action="/account/erasure/withdrawal" label="Keep my account" />
  </Alert>
);

export const Holds = ({ holds }: { holds: string[] }): JSX.Element =>
  holds.length === 0 ? (
    ''
  ) : (
    <Alert kind="info" title="It waits for something">
      {holds.map((says) => (
        <p safe>{says}</p>
      ))}
    </Alert>
  );

export const WhatHappens = (): JSX.Element => (
  <>
    <section class="section">
      <h2>What goes</h2>
      <ul class="consequences">
        <li>your name, your address, your password and where you signed in</li>
        <li>access to your courses, and seats that were given to you</li>
        <li>your licence number, its papers, and what was written about them</li>
        <li>
          papers of continuing education, evaluations, appeals and requests that you wrote, and links for insurers
        </li>
        <li>mails to you that we kept, and your entry in the directory</li>
      </ul>
    </section>
    <section class="section">
      <h2>What stays</h2>
      <ul class="consequences">
        <li>
          <strong>Certificates</strong>, with the name printed on them: whoever has the number can still verify it. Give
          one back first if you do not want that.
        </li>
        <li>
          <strong>Orders, invoices and payments</strong>, for as long as the law asks us to keep them.
        </li>
        <li>
          <strong>Exams and signed procedures</strong>, under a number instead of your name, because certificates rest
          on them. Essays and files that you handed in stay as you wrote them.
        </li>
      </ul>
    </section>
  </>
);
