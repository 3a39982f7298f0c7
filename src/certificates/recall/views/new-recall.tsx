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

/** The form that proposes a recall. */
export function NewRecallView({ page, form }: { page: PageContext; form: FormState }): JSX.Element {
  return (
    <Layout
      page={page}
      title="Recall a lesson"
      width="form"
      tone="working"
      form={form}
      breadcrumbs={[{ href: '/admin/recalls', label: 'Safety recalls' }, { label: 'Recall a lesson' }]}
    >
      <FormErrors form={form} />
      <PageHeader
        title="Recall a lesson"
        lead="Nobody is told before another person has published it. After that it cannot be changed, only ended."
      />
      <form class="form" method="post" action="/admin/recalls" novalidate>
        <Field form={form} name="course" label="Course" help="As in its address, for example upper-face." />
        <Field form={form} name="lesson" label="Lesson" help="As in its address, for example forehead-lines." />
        <Field
          form={form}
          name="untilEdition"
          label="Wrong up to edition"
          help="Leave it empty for the latest edition with this lesson."
          required={false}
        />
        <Textarea form={form} name="wrong" label="What was wrong" rows={3} maxlength={2000} />
        <Textarea form={form} name="correct" label="What is right" rows={3} maxlength={2000} />
        <Field form={form} name="source" label="Source" maxlength={500} />
        <Textarea
          form={form}
          name="body"
          label="The correction"
          help="Short, in Markdown: why it matters and what to do from now on, and for patients already treated."
          rows={10}
          maxlength={20_000}
        />
        {[1, 2, 3].map((n) => (
          <Question form={form} n={n} />
        ))}
        <Field
          form={form}
          name="suspendOn"
          label="Suspend certifications on"
          type="date"
          help="Of whoever has not confirmed it by then; at least a fortnight away. Leave it empty to suspend nobody."
          required={false}
        />
        <div class="form-actions">
          <Button>Propose the recall</Button>
        </div>
      </form>
    </Layout>
  );
}

function Question({ form, n }: { form: FormState; n: number }): JSX.Element {
  const optional = n === 1 ? {} : { required: false as const };
  return (
    <>
      <Field form={form} name={`question${n}`} label={`Question ${n}`} maxlength={500} {...optional} />
      <Field form={form} name={`right${n}`} label={`Right answer to question ${n}`} maxlength={300} {...optional} />
      <Textarea
        form={form}
        name={`wrong${n}`}
        label={`Wrong answers to question ${n}`}
        help="One a line."
        rows={3}
        maxlength={1000}
        {...optional}
      />
    </>
  );
}
