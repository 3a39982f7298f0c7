import { Button, Field, type FormState } from '../../web/index.js';
import { passwordHelp } from '../passwords/password-rules.js';

export function ChangePasswordForm({ form }: { form: FormState }): JSX.Element {
  return (
    <form class="form" method="post" action="/account/password" novalidate>
      <Field
        form={form}
        name="currentPassword"
        type="password"
        label="Present password"
        autocomplete="current-password"
        required
      />
      <Field
        form={form}
        name="newPassword"
        type="password"
        label="New password"
        help={passwordHelp}
        autocomplete="new-password"
        required
      />
      <div class="form-actions">
        <Button look="secondary">Change password</Button>
        <span class="soft">You stay signed in here and are signed out everywhere else.</span>
      </div>
    </form>
  );
}
