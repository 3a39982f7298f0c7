import { Button, Field, type FormState, Select } from '../../web/index.js';
import type { PersonDetail } from '../admin-people.queries.js';
import { roleMeanings, roles } from '../roles.js';

interface RoleFormProps {
  person: PersonDetail;
  form: FormState;
}

export function GrantRoleForm({ person, form }: RoleFormProps): JSX.Element {
  const open = roles.filter((role) => !person.roles.includes(role));
  return (
    <form class="form" method="post" action={`/admin/people/${person.id}/roles`} novalidate>
      <Select
        form={form}
        name="role"
        label="Role to give"
        options={open.map((role) => ({ value: role, label: `${role}: ${roleMeanings[role]}` }))}
        placeholder="Choose a role"
        required
      />
      <Field form={form} name="reason" label="Why it is given" maxlength={500} required />
      <div class="form-actions">
        <Button look="secondary">Give the role</Button>
      </div>
    </form>
  );
}

/** Its fields have names of their own, so that both forms can stand on one page. */
export function RevokeRoleForm({ person, form }: RoleFormProps): JSX.Element {
  return (
    <form class="form" method="post" action={`/admin/people/${person.id}/roles/revocation`} novalidate>
      <Select
        form={form}
        name="revokedRole"
        label="Role to take away"
        options={person.roles.map((role) => ({ value: role, label: role }))}
        placeholder="Choose a role"
        required
      />
      <Field form={form} name="revocation" label="Why it is taken away" maxlength={500} required />
      <div class="form-actions">
        <Button look="danger">Take the role away</Button>
      </div>
    </form>
  );
}
