import {
  Button,
  Field,
  FileField,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
} from '../../../web/index.js';

interface Props {
  page: PageContext;
  pool: { slug: string; title: string };
  form: FormState;
}

/** Where an author brings in a file of questions. */
export function ImportView({ page, pool, form }: Props): JSX.Element {
  const address = `/bank/${pool.slug}`;
  return (
    <Layout
      page={page}
      title="Import questions"
      tone="working"
      width="form"
      form={form}
      breadcrumbs={[{ href: '/bank', label: 'Questions' }, { href: address, label: pool.title }, { label: 'Import' }]}
    >
      <FormErrors form={form} />
      <PageHeader
        title="Import questions"
        lead="You see what becomes of each question before anything is written. Imported questions are drafts until another person approves them."
      />
      <form class="form" method="post" action={`${address}/import`} enctype="multipart/form-data" novalidate>
        <FileField
          form={form}
          name="file"
          label="File"
          help="Moodle XML, GIFT, Aiken, QTI 1.2, 2.1, 2.2 or 3.0, or a QTI package (zip). At most 30 MB."
          accept=".xml,.txt,.gift,.zip"
          required
        />
        <Field
          form={form}
          name="topic"
          label="Topic"
          help="For questions whose file names none. Left empty, they stand under “Unsorted”."
          maxlength={80}
          required={false}
        />
        <div class="form-actions">
          <Button>Show what would be imported</Button>
        </div>
      </form>
    </Layout>
  );
}
