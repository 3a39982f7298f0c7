import {
  ActForm,
  Alert,
  Button,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Textarea,
  Time,
} from '../../web/index.js';
import type { PersonDetail } from '../admin-people.queries.js';
import type { PendingErasure } from '../erasure/erasure.queries.js';
import { Holds, WhatHappens } from './erasure.js';

interface Props {
  page: PageContext;
  form: FormState;
  person: PersonDetail;
  pending: PendingErasure | undefined;
  holds: string[];
}

/** Erasing the account of somebody who asked for it. */
export function PersonErasureView({ page, form, person, pending, holds }: Props): JSX.Element {
  const address = `/admin/people/${person.id}`;
  const crumbs = [
    { href: '/admin/people', label: 'People' },
    { href: address, label: person.name },
    { label: 'Erase' },
  ];
  return (
    <Layout page={page} title="Erase this account" width="reading" tone="working" form={form} breadcrumbs={crumbs}>
      <FormErrors form={form} />
      <PageHeader title="Erase this account" lead={`${person.name}, ${person.email}`} />
      <Holds holds={holds} />
      {pending ? (
        <Alert kind="warning" title="This account is going to be erased">
          <p>
            On <Time at={pending.dueAt} /> at the earliest.
          </p>
          <ActForm action={`${address}/erasure/withdrawal`} label="Keep the account" />
        </Alert>
      ) : (
        <form class="form" method="post" action={`${address}/erasure`} novalidate>
          <Textarea
            form={form}
            name="reason"
            label="Reason"
            help="Who asked for it, when, and how you know that it was them. They get a mail and can take it back for a week."
            rows={3}
            maxlength={500}
          />
          <div class="form-actions">
            <Button look="danger">Erase the account in a week</Button>
          </div>
        </form>
      )}
      <WhatHappens />
    </Layout>
  );
}
