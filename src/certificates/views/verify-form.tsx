import { Button, Field, FormErrors, type FormState, Layout, type PageContext, PageHeader } from '../../web/index.js';

const refused = (typed: string, sentence: string): FormState => ({
  values: { number: typed.slice(0, 60) },
  errors: { number: sentence },
  summary: [sentence],
});

export const mistyped = (typed: string): FormState =>
  refused(
    typed,
    typed.trim() === ''
      ? 'Enter the number of the certificate.'
      : 'This is not a certificate number. Compare it with the certificate, character by character.',
  );

export const unknown = (typed: string): FormState =>
  refused(typed, 'There is no certificate with this number. If it stands on a certificate, do not rely on it.');

export function VerifyFormView({ page, form }: { page: PageContext; form: FormState }): JSX.Element {
  return (
    <Layout
      page={page}
      title="Verify a certificate"
      description="Check whether a Glabella certificate is genuine and still stands."
      width="form"
      form={form}
    >
      <FormErrors form={form} />
      <PageHeader
        title="Verify a certificate"
        lead="See what a certificate says, whom it was issued to, and whether it still stands. Anyone may check; nobody is told that you did."
      />
      <form class="form" method="get" action="/verify" novalidate>
        <Field
          form={form}
          name="number"
          label="Certificate number"
          help="It stands on the certificate and begins with GL. Hyphens and capitals do not matter."
          autocomplete="off"
          size="medium"
          maxlength={60}
        />
        <div class="form-actions">
          <Button icon="shield-check">Verify</Button>
        </div>
      </form>
    </Layout>
  );
}
