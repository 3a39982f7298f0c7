import { Button, Field, FormErrors, type FormState, Layout, type PageContext, PageHeader } from '../../web/index.js';
import { passwordHelp } from '../passwords/password-rules.js';
import { DemoMailLink } from './sign-up.js';

export function ForgotPasswordView({ page, form }: { page: PageContext; form: FormState }): JSX.Element {
  return (
    <Layout page={page} title="Set a new password" width="form" form={form}>
      <FormErrors form={form} />
      <PageHeader title="Set a new password" lead="Tell us your e-mail address, and we send you a link." />
      <form class="form" method="post" action="/forgot-password" novalidate>
        <Field form={form} name="email" type="email" label="E-mail" autocomplete="email" required />
        <div class="form-actions">
          <Button>Send the link</Button>
          <a href="/sign-in">Back to sign-in</a>
        </div>
      </form>
    </Layout>
  );
}

export function ForgotPasswordSentView({ page }: { page: PageContext }): JSX.Element {
  return (
    <Layout page={page} title="Look into your mailbox" width="form">
      <PageHeader title="Look into your mailbox" />
      <p>
        If there is an account with this address, a mail with a link is on its way. The link works once, for 30 minutes.
      </p>
      <p>If none comes, look among the unwanted ones, and check that it is the address you signed up with.</p>
      <div class="cluster">
        <DemoMailLink page={page} />
        <a href="/forgot-password">Try another address</a>
      </div>
    </Layout>
  );
}

export function ResetPasswordView(props: { page: PageContext; form: FormState; token: string }): JSX.Element {
  const { page, form, token } = props;
  return (
    <Layout page={page} title="Set a new password" width="form" form={form}>
      <FormErrors form={form} />
      <PageHeader title="Set a new password" lead="You are then signed out everywhere and sign in with the new one." />
      <form class="form" method="post" action={`/reset-password/${encodeURIComponent(token)}`} novalidate>
        <Field
          form={form}
          name="password"
          type="password"
          label="New password"
          help={passwordHelp}
          autocomplete="new-password"
          required
        />
        <div class="form-actions">
          <Button>Set password</Button>
        </div>
      </form>
    </Layout>
  );
}
