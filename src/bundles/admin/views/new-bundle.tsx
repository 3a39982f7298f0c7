import {
  Button,
  Checkboxes,
  Field,
  FormErrors,
  type FormState,
  Layout,
  PageHeader,
  type PageContext,
  Textarea,
} from '../../../web/index.js';
import { defaultCurrency } from '../../markets/market.js';

interface NewBundleProps {
  page: PageContext;
  form: FormState;
  courses: { slug: string; title: string }[];
}

export function NewBundleView({ page, form, courses }: NewBundleProps): JSX.Element {
  const options = courses.map(({ slug, title }) => ({ value: slug, label: title }));
  return (
    <Layout
      page={page}
      title="New bundle"
      width="form"
      form={form}
      breadcrumbs={[
        { href: '/admin', label: 'Today' },
        { href: '/admin/bundles', label: 'Bundles' },
        { label: 'New bundle' },
      ]}
    >
      <FormErrors form={form} />
      <PageHeader title="New bundle" lead="It begins as a draft: nobody sees it before you publish it." />
      <form class="form" method="post" action="/admin/bundles" novalidate>
        <Field form={form} name="title" label="Title" maxlength={120} />
        <Field
          form={form}
          name="slug"
          label="Address"
          prefix="/bundles/"
          help="Small letters, digits and single hyphens. It does not change later."
          maxlength={80}
        />
        <Field form={form} name="summary" label="Summary" help="One sentence, shown in lists." maxlength={200} />
        <Textarea
          form={form}
          name="body"
          label="Text of the page"
          help="Markdown. Headings start at ##."
          rows={10}
          mono
        />
        {courses.length > 0 ? (
          <Checkboxes
            form={form}
            name="courses"
            label="Courses"
            help="You set their order afterwards."
            options={options}
          />
        ) : (
          <p class="soft">There is no course to put into it yet.</p>
        )}
        <Field
          form={form}
          name="listPrice"
          label={`List price in ${defaultCurrency}`}
          required={false}
          inputmode="decimal"
          size="short"
          prefix="$"
        />
        <div class="form-actions">
          <Button>Create draft</Button>
        </div>
      </form>
    </Layout>
  );
}
