import { evaluationQuestions } from '../../applications/give-evaluation.js';
import {
  Button,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Radios,
  Textarea,
} from '../../../web/index.js';
import type { Certification } from '../requirements.js';

const scale = [
  { value: '5', label: '5, fully' },
  { value: '4', label: '4' },
  { value: '3', label: '3' },
  { value: '2', label: '2' },
  { value: '1', label: '1, not at all' },
];

export function EvaluationView(props: {
  page: PageContext;
  form: FormState;
  certification: Certification;
}): JSX.Element {
  const { page, form, certification } = props;
  const address = `/certifications/${certification.slug}`;
  const title = 'Evaluation of the programme';
  return (
    <Layout
      page={page}
      title={title}
      width="form"
      form={form}
      breadcrumbs={[{ href: address, label: certification.title }, { label: 'Evaluation' }]}
    >
      <FormErrors form={form} />
      <PageHeader title={title} lead="It helps to make the courses better. It does not change your results." />
      <form class="form" method="post" action={`${address}/evaluation`} novalidate>
        {Object.entries(evaluationQuestions).map(([name, label]) => (
          <Radios form={form} name={name} label={label} options={scale} />
        ))}
        <Textarea form={form} name="comment" label="Anything else" help="As you like." rows={4} maxlength={2000} />
        <Button>Send the evaluation</Button>
      </form>
    </Layout>
  );
}
