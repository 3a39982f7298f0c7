import {
  Alert,
  Button,
  Checkbox,
  DefinitionList,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Prose,
  Radios,
  Time,
} from '../../../web/index.js';
import { answerField, optionsOf } from '../recall.js';
import type { MyRecall } from '../recall.queries.js';

interface Props {
  page: PageContext;
  form: FormState;
  recall: MyRecall;
}

/** The short module that puts right what a lesson taught wrong. */
export function CorrectionView({ page, form, recall }: Props): JSX.Element {
  const title = `Correction: ${recall.lessonTitle}`;
  return (
    <Layout page={page} title={title} width="reading" form={form}>
      <FormErrors form={form} />
      <PageHeader
        kicker="Safety correction"
        title={title}
        lead={`A lesson of ${recall.courseTitle} that you completed taught something wrong.`}
      />
      <Standing recall={recall} />
      <section class="section">
        <DefinitionList
          stacked
          items={[
            { term: 'What was wrong', detail: <span safe>{recall.wrong}</span> },
            { term: 'What is right', detail: <strong safe>{recall.correct}</strong> },
            { term: 'Source', detail: <span safe>{recall.source}</span> },
          ]}
        />
      </section>
      <Prose html={recall.html} />
      {recall.acknowledgedAt || recall.status !== 'published' ? '' : <Questions form={form} recall={recall} />}
    </Layout>
  );
}

function Standing({ recall }: { recall: MyRecall }): JSX.Element {
  if (recall.acknowledgedAt)
    return (
      <Alert kind="success">
        <p>
          You confirmed it on <Time at={recall.acknowledgedAt} />.
        </p>
      </Alert>
    );
  if (recall.status !== 'published')
    return (
      <Alert kind="info">
        <p>This correction is not asked for any more.</p>
      </Alert>
    );
  return (
    <Alert kind="warning" title="Please read this now">
      <p>
        {recall.suspendOn ? (
          <span>
            Certifications that rest on this course are suspended on <Time at={new Date(recall.suspendOn)} date /> for
            whoever has not confirmed it by then.
          </span>
        ) : (
          'It takes a few minutes. A certification that rests on this course is granted or renewed only once you have confirmed it.'
        )}
      </p>
    </Alert>
  );
}

function Questions({ form, recall }: Omit<Props, 'page'>): JSX.Element {
  return (
    <section class="section">
      <h2>Check and confirm</h2>
      <form class="form" method="post" action={`/recalls/${recall.id}`} novalidate>
        {recall.questions.map((question, index) => (
          <Radios
            form={form}
            name={answerField(index)}
            label={question.text}
            options={optionsOf(question).map((label, value) => ({ value: String(value), label }))}
          />
        ))}
        <Checkbox form={form} name="understood" label="I have read the correction and understood it." />
        <div class="form-actions">
          <Button>Confirm</Button>
        </div>
      </form>
    </section>
  );
}
