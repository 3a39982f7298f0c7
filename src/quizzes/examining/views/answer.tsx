import { bodyOf } from '../../../questions/index.js';
import {
  Button,
  Field,
  FormErrors,
  type FormState,
  Layout,
  PageHeader,
  type PageContext,
  Textarea,
} from '../../../web/index.js';
import type { AnswerToMark } from '../answer-to-mark.js';

interface AnswerProps {
  page: PageContext;
  answer: AnswerToMark;
  form: FormState;
}

/** One answer with its rubric. Who gave it is not said, nor what another examiner thought of it. */
export function AnswerView({ page, answer, form }: AnswerProps): JSX.Element {
  const { attempt, question, body, rubric } = answer;
  const { text } = bodyOf(body, question);
  return (
    <Layout
      page={page}
      title="Answer"
      tone="working"
      form={form}
      breadcrumbs={[{ href: '/examiners/queue', label: 'Answers to mark' }, { label: 'Answer' }]}
    >
      <FormErrors form={form} />
      <PageHeader kicker={attempt.quizSlug} title="Answer" lead={text} />
      <section class="section">
        <h2>What was answered</h2>
        <Response of={answer} />
      </section>
      <form class="form" method="post" action={`/examiners/queue/${attempt.id}/${question.id}`} novalidate>
        <h2>Rubric</h2>
        {rubric.map(({ id, criterion, marks, levels }) => (
          <Field
            form={form}
            name={`scores.${id}`}
            label={`${criterion}, of ${marks}`}
            inputmode="decimal"
            size="short"
            {...(levels.length > 0 && { help: levels.map((level) => `${level.marks}: ${level.text}`).join(' · ') })}
          />
        ))}
        <Textarea
          form={form}
          name="comment"
          label="Comment"
          help="The learner reads it with the marks, without your name."
          required={false}
        />
        <div class="form-actions">
          <Button>Give this mark</Button>
        </div>
      </form>
    </Layout>
  );
}

function Response({ of: { attempt, response } }: { of: AnswerToMark }): JSX.Element {
  const files = response['files'] as string[] | undefined;
  if (!files)
    return (
      <p class="examined-text" safe>
        {String(response['text'])}
      </p>
    );
  return (
    <ul>
      {files.map((id, at) => (
        <li>
          <a href={`/api/attempts/${attempt.id}/files/${id}`} safe>{`File ${at + 1}`}</a>
        </li>
      ))}
    </ul>
  );
}
