import {
  Button,
  Field,
  FileField,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  T,
  t,
} from '../../web/index.js';

const refused = (typed: string, sentence: string): FormState => ({
  values: { number: typed.slice(0, 60) },
  errors: { number: sentence },
  summary: [sentence],
});

const nothingFound =
  'There is no certificate with this number. Compare it character by character; if a certificate says so, do not rely on it.';

/** The same for a number that was never given and for one that cannot be a number. */
export const notFoundAs = (typed: string): FormState =>
  refused(typed, typed.trim() === '' ? 'Enter the number of the certificate.' : nothingFound);

export function VerifyFormView({ page, form }: { page: PageContext; form: FormState }): JSX.Element {
  return (
    <Layout
      page={page}
      title={t('Verify a certificate')}
      description={t('Check whether a Glabella certificate is genuine and still stands.')}
      width="form"
      form={form}
    >
      <FormErrors form={form} />
      <PageHeader
        title={t('Verify a certificate')}
        lead={t(
          'See what a certificate says, whom it was issued to, and whether it still stands. Anyone may check; nobody is told that you did.',
        )}
      />
      <form class="form" method="get" action="/verify" novalidate>
        <Field
          form={form}
          name="number"
          label={t('Certificate number')}
          help={t('It stands on the certificate and begins with GL. Hyphens and capitals do not matter.')}
          autocomplete="off"
          size="medium"
          maxlength={60}
        />
        <div class="form-actions">
          <Button icon="shield-check">
            <T>Verify</T>
          </Button>
        </div>
      </form>
      <section class="section">
        <h2>
          <T>Or check a file</T>
        </h2>
        <form class="form" method="post" action="/verify" enctype="multipart/form-data" novalidate>
          <FileField
            form={form}
            name="file"
            label={t('Certificate file')}
            help={t(
              'The PDF, the badge (PNG or SVG) or the signed file (JSON or JWT), up to 5 MB. We read the signature in it and keep nothing of it.',
            )}
            accept=".pdf,.png,.svg,.json,.jwt"
          />
          <div class="form-actions">
            <Button icon="file-check" look="secondary">
              <T>Check the file</T>
            </Button>
          </div>
        </form>
      </section>
      <p>
        <T>No number at hand?</T>{' '}
        <a href="/directory">
          <T>Find a certified injector</T>
        </a>
      </p>
    </Layout>
  );
}
