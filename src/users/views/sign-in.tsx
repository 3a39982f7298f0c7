import { Button, Field, FormErrors, type FormState, Layout, type PageContext, PageHeader } from '../../web/index.js';
import { withNext } from '../next-path.js';

interface SignInProps {
  page: PageContext;
  form: FormState;
  next: string | undefined;
}

export function SignInView({ page, form, next }: SignInProps): JSX.Element {
  return (
    <Layout page={page} title="Sign in" width="form" form={form}>
      <FormErrors form={form} />
      <PageHeader title="Sign in" />
      <form class="form" method="post" action="/sign-in" novalidate>
        <Field form={form} name="email" type="email" label="E-mail" autocomplete="username" required />
        <Field form={form} name="password" type="password" label="Password" autocomplete="current-password" required />
        {next ? <input type="hidden" name="next" value={next} /> : ''}
        <div class="form-actions">
          <Button>Sign in</Button>
          <a href="/forgot-password">I forgot my password</a>
        </div>
      </form>
      <p>
        New here? <a href={withNext('/sign-up', next)}>Create an account</a>
      </p>
    </Layout>
  );
}
