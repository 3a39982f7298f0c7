import {
  Button,
  Field,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Textarea,
} from '../../../web/index.js';

export interface Asking {
  title: string;
  lead: string;
  action: string;
  /** Label and help of the text. */
  label: string;
  help: string;
  button: string;
  fields?: { name: string; label: string; help: string; type?: 'email'; required?: false }[];
}

/** A form that opens a case. */
export function OpenCaseView({
  page,
  form,
  asking,
}: {
  page: PageContext;
  form: FormState;
  asking: Asking;
}): JSX.Element {
  const { title, lead, action, label, help, button, fields = [] } = asking;
  return (
    <Layout page={page} title={title} width="form" tone="working" form={form}>
      <FormErrors form={form} />
      <PageHeader title={title} lead={lead} />
      <form class="form" method="post" action={action} novalidate>
        {fields
          .filter(({ required }) => required !== false)
          .map((field) => (
            <Field form={form} maxlength={200} {...field} />
          ))}
        <Textarea form={form} name="text" label={label} help={help} rows={8} maxlength={4000} />
        {fields
          .filter(({ required }) => required === false)
          .map((field) => (
            <Field form={form} maxlength={200} {...field} />
          ))}
        <div class="form-actions">
          <Button>
            <span safe>{button}</span>
          </Button>
        </div>
      </form>
    </Layout>
  );
}
