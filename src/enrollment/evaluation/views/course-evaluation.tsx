import {
  Alert,
  Button,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  Radios,
  Textarea,
} from '../../../web/index.js';
import type { Access } from '../../enrollment.queries.js';
import { isComplete } from '../../rules/rule-of.js';
import { scales } from '../evaluation.schemas.js';

const five = ['5, fully', '4', '3', '2', '1, not at all'].map((label) => ({ value: label.charAt(0), label }));
const yesOrNo = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
];

interface EvaluationProps {
  page: PageContext;
  access: Access;
  isGiven: boolean;
  form: FormState;
}

/** What a learner thinks of a course, asked once, at its end. */
export function CourseEvaluationView({ page, access, isGiven, form }: EvaluationProps): JSX.Element {
  const title = 'Evaluate the course';
  const isDone = access.completedAt !== null || isComplete(access.outline, access.progress);
  return (
    <Layout
      page={page}
      title={`${title} · ${access.title}`}
      width="form"
      form={form}
      breadcrumbs={[{ href: '/learning', label: 'My learning' }, { label: title }]}
    >
      <FormErrors form={form} />
      <PageHeader
        title={title}
        kicker={access.title}
        lead="It takes two minutes. Authors see answers of five people or more together, and never whose they are."
      />
      {isGiven ? <Given /> : isDone ? <Questions access={access} form={form} /> : <NotYet access={access} />}
    </Layout>
  );
}

const Given = (): JSX.Element => (
  <Alert kind="success" title="Thank you">
    <p>Your evaluation is kept. It does not change your results.</p>
    <p>
      <LinkButton href="/learning">My learning</LinkButton>
    </p>
  </Alert>
);

const NotYet = ({ access }: Pick<EvaluationProps, 'access'>): JSX.Element => (
  <Alert kind="info">
    <p>The course can be evaluated once everything it asks for is done.</p>
    <p>
      <LinkButton href={`/learn/${access.courseSlug}`}>Go on with the course</LinkButton>
    </p>
  </Alert>
);

function Questions({ access, form }: Pick<EvaluationProps, 'access' | 'form'>): JSX.Element {
  return (
    <form class="form" method="post" action={`/learn/${access.courseSlug}/evaluation`} novalidate>
      {Object.entries(scales).map(([name, label]) => (
        <Radios form={form} name={name} label={label} options={five} />
      ))}
      <Radios
        form={form}
        name="biased"
        label="Did the course favour a product or company?"
        help="Accredited education has to be free of commercial bias."
        options={yesOrNo}
      />
      <Textarea form={form} name="bias" label="If it did: where?" required={false} rows={3} maxlength={2000} />
      <Textarea
        form={form}
        name="change"
        label="What will you do differently in practice?"
        help="Without names of patients."
        required={false}
        rows={3}
        maxlength={2000}
      />
      <Textarea
        form={form}
        name="improve"
        label="What would make the course better?"
        required={false}
        rows={3}
        maxlength={2000}
      />
      <div class="form-actions">
        <Button>Send the evaluation</Button>
        <LinkButton href="/learning" look="secondary">
          Not now
        </LinkButton>
      </div>
    </form>
  );
}
