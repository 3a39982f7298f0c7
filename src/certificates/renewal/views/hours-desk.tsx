import { categoryName, inHours } from '../hours-words.js';
import {
  ActForm,
  Button,
  Card,
  DefinitionList,
  EmptyState,
  Field,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Radios,
  Time,
} from '../../../web/index.js';
import type { ReportedHours } from '../hours.queries.js';

const verdicts = [
  { value: 'accept', label: 'Accept' },
  { value: 'refuse', label: 'Refuse' },
];

export function HoursDeskView(props: { page: PageContext; form: FormState; reported: ReportedHours[] }): JSX.Element {
  const { page, form, reported } = props;
  return (
    <Layout page={page} title="Reported hours" width="reading" tone="working" form={form}>
      <FormErrors form={form} />
      <PageHeader title="Reported hours" lead="Continuing education held elsewhere, the oldest report first." />
      {reported.length === 0 ? (
        <EmptyState title="Nothing to decide" text="Reports appear here as learners send them." icon="clock" />
      ) : (
        ''
      )}
      {reported.map(({ id, person, title, provider, category, heldOn, minutes, reportedAt, hasPaper }) => (
        <section class="section">
          <Card title={title}>
            <DefinitionList
              items={[
                { term: 'By', detail: <bdi safe>{person}</bdi> },
                { term: 'Held by', detail: <span safe>{provider}</span> },
                { term: 'Category', detail: <span safe>{categoryName(category)}</span> },
                { term: 'Day', detail: <Time at={new Date(heldOn)} date /> },
                { term: 'Hours', detail: <span safe>{inHours(minutes)}</span> },
                { term: 'Reported', detail: <Time at={reportedAt} /> },
              ]}
            />
            {hasPaper ? (
              <ActForm action={`/examiners/hours/${id}/paper`} label="Open the paper" icon="file-text" />
            ) : (
              <p>No paper was sent.</p>
            )}
            <form method="post" action={`/examiners/hours/${id}`} novalidate>
              <Radios form={form} name="verdict" label="Your decision" options={verdicts} />
              <Field form={form} name="reason" label="Reason, if you refuse" maxlength={500} />
              <Button>Decide</Button>
            </form>
          </Card>
        </section>
      ))}
    </Layout>
  );
}
