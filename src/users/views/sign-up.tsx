import {
  Button,
  Field,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
} from '../../web/index.js';
import { withNext } from '../next-path.js';
import { passwordHelp } from '../passwords/password-rules.js';

interface SignUpProps {
  page: PageContext;
  form: FormState;
  next: string | undefined;
}

export function SignUpView({ page, form, next }: SignUpProps): JSX.Element {
  return (
    <Layout page={page} title="Create an account" width="form" form={form}>
      <FormErrors form={form} />
      <PageHeader title="Create an account" lead="Study at your own pace, keep your progress and your certificates." />
      <form class="form" method="post" action="/sign-up" novalidate>
        <Field
          form={form}
          name="name"
          label="Full name"
          help="As it should stand on a certificate."
          autocomplete="name"
          maxlength={120}
          required
        />
        <Field
          form={form}
          name="email"
          type="email"
          label="E-mail"
          help="We send a link there to confirm it."
          autocomplete="email"
          required
        />
        <Field
          form={form}
          name="password"
          type="password"
          label="Password"
          help={passwordHelp}
          autocomplete="new-password"
          required
        />
        {next ? <input type="hidden" name="next" value={next} /> : ''}
        <div class="form-actions">
          <Button>Create account</Button>
          <a href={withNext('/sign-in', next)}>I have an account</a>
        </div>
      </form>
    </Layout>
  );
}

export function SignUpSentView({ page, next }: { page: PageContext; next: string | undefined }): JSX.Element {
  return (
    <Layout page={page} title="Look into your mailbox" width="form">
      <PageHeader title="Look into your mailbox" lead="A mail with a link is on its way to you." />
      <p>
        The link in it confirms that the address is yours and brings you back here, signed in. It works for three days.
      </p>
      <p>
        You need not wait for it: you can sign in with your e-mail address and your password now. If no mail comes, look
        among the unwanted ones, or sign in and have it sent again.
      </p>
      <div class="cluster">
        <LinkButton href={withNext('/sign-in', next)}>Sign in</LinkButton>
        <DemoMailLink page={page} />
      </div>
    </Layout>
  );
}

/** In demo mode every mail is in a mailbox on the site. */
export function DemoMailLink({ page }: { page: PageContext }): JSX.Element {
  if (!page.demo) return '';
  return (
    <LinkButton href="/demo/mail" look="secondary" icon="mail">
      Open the demo mailbox
    </LinkButton>
  );
}
