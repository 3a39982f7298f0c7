import {
  Button,
  Field,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  T,
  t,
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
    <Layout page={page} title={t('Create an account')} width="form" form={form}>
      <FormErrors form={form} />
      <PageHeader
        title={t('Create an account')}
        lead={t('Study at your own pace, keep your progress and your certificates.')}
      />
      <form class="form" method="post" action="/sign-up" novalidate>
        <Field
          form={form}
          name="name"
          label={t('Full name')}
          help={t('As it should stand on a certificate.')}
          autocomplete="name"
          maxlength={120}
          required
        />
        <Field
          form={form}
          name="email"
          type="email"
          label={t('E-mail')}
          help={t('We send a link there to confirm it.')}
          autocomplete="email"
          required
        />
        <Field
          form={form}
          name="password"
          type="password"
          label={t('Password')}
          help={t(passwordHelp)}
          autocomplete="new-password"
          required
        />
        {next ? <input type="hidden" name="next" value={next} /> : ''}
        <div class="form-actions">
          <Button>
            <T>Create account</T>
          </Button>
          <a href={withNext('/sign-in', next)}>
            <T>I have an account</T>
          </a>
        </div>
      </form>
    </Layout>
  );
}

export function SignUpSentView({ page, next }: { page: PageContext; next: string | undefined }): JSX.Element {
  return (
    <Layout page={page} title={t('Look into your mailbox')} width="form">
      <PageHeader title={t('Look into your mailbox')} lead={t('A mail with a link is on its way to you.')} />
      <p>
        <T>
          The link in it confirms that the address is yours and brings you back here, signed in. It works for three
          days.
        </T>
      </p>
      <p>
        <T>
          You need not wait for it: you can sign in with your e-mail address and your password now. If no mail comes,
          look among the unwanted ones, or sign in and have it sent again.
        </T>
      </p>
      <div class="cluster">
        <LinkButton href={withNext('/sign-in', next)}>
          <T>Sign in</T>
        </LinkButton>
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
      <T>Open the demo mailbox</T>
    </LinkButton>
  );
}
