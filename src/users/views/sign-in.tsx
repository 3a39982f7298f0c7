import {
  Button,
  Field,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  T,
  t,
} from '../../web/index.js';
import { withNext } from '../next-path.js';

interface SignInProps {
  page: PageContext;
  form: FormState;
  next: string | undefined;
}

export function SignInView({ page, form, next }: SignInProps): JSX.Element {
  return (
    <Layout page={page} title={t('Sign in')} width="form" form={form}>
      <FormErrors form={form} />
      <PageHeader title={t('Sign in')} />
      <form class="form" method="post" action="/sign-in" novalidate>
        <Field form={form} name="email" type="email" label={t('E-mail')} autocomplete="username" required />
        <Field
          form={form}
          name="password"
          type="password"
          label={t('Password')}
          autocomplete="current-password"
          required
        />
        {next ? <input type="hidden" name="next" value={next} /> : ''}
        <div class="form-actions">
          <Button>
            <T>Sign in</T>
          </Button>
          <a href="/forgot-password">
            <T>I forgot my password</T>
          </a>
        </div>
      </form>
      <p>
        <T>New here?</T>{' '}
        <a href={withNext('/sign-up', next)}>
          <T>Create an account</T>
        </a>
      </p>
    </Layout>
  );
}
