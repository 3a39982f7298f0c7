import {
  ActForm,
  Button,
  Card,
  EmptyState,
  Field,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Select,
  Table,
  Time,
} from '../../../web/index.js';
import type { AccommodationRow } from '../accommodation.queries.js';

interface Props {
  page: PageContext;
  form: FormState;
  accommodations: AccommodationRow[];
  quizzes: { id: string; title: string }[];
}

const columns = [
  { label: 'Person' },
  { label: 'For' },
  { label: 'Time and breaks' },
  { label: 'Reason' },
  { label: 'Granted' },
  { label: 'Ended' },
];

/** Who gets more time or breaks, by whom and why. */
export function AccommodationsView({ page, form, accommodations, quizzes }: Props): JSX.Element {
  return (
    <Layout page={page} title="Accommodations" width="wide" tone="working" form={form}>
      <FormErrors form={form} />
      <PageHeader
        title="Accommodations"
        lead="More time and breaks for people who need them. They reach running attempts within seconds."
      />
      <Card title="Grant an accommodation">
        <form class="form" method="post" action="/examiners/accommodations" novalidate>
          <Field form={form} name="email" label="E-mail of the person" type="email" size="medium" />
          <Select
            form={form}
            name="quizId"
            label="For"
            placeholder="All quizzes and exams"
            options={quizzes.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <Field
            form={form}
            name="multiplier"
            label="Time, multiplied by"
            help="1.5 is half as much time again; 1 leaves it as it is."
            inputmode="decimal"
            size="short"
          />
          <Field form={form} name="extraMinutes" label="More minutes" inputmode="numeric" size="short" />
          <Field
            form={form}
            name="breakMinutes"
            label="Minutes of breaks"
            help="Together. The clock stands still and the questions are hidden meanwhile."
            inputmode="numeric"
            size="short"
          />
          <Field form={form} name="reason" label="Reason" help="Seen by staff alone." maxlength={500} />
          <Button>Grant</Button>
        </form>
      </Card>
      {accommodations.length === 0 ? (
        <EmptyState title="No accommodations" text="Nobody was granted more time or breaks yet." />
      ) : (
        <Table caption="Accommodations" columns={columns} rows={accommodations.map(cells)} />
      )}
    </Layout>
  );
}

const cells = ({
  id,
  person,
  quiz,
  reason,
  grantedAt,
  grantedBy,
  endedAt,
  ...what
}: AccommodationRow): JSX.Element[] => [
  <span>
    <span safe>{person.name}</span>
    <span class="cell-note" safe>
      {person.email}
    </span>
  </span>,
  <span safe>{quiz?.title ?? 'All quizzes and exams'}</span>,
  <span safe>{inWords(what)}</span>,
  <span safe>{reason}</span>,
  <span>
    <Time at={grantedAt} />
    <span class="cell-note" safe>
      {grantedBy}
    </span>
  </span>,
  endedAt ? (
    <Time at={endedAt} />
  ) : (
    <ActForm action={`/examiners/accommodations/${id}/end`} label="End it" look="quiet" />
  ),
];

/** "Time × 1.5, 10 minutes more, breaks of 15 minutes" */
export function inWords({
  multiplier,
  extraMinutes,
  breakMinutes,
}: Pick<AccommodationRow, 'multiplier' | 'extraMinutes' | 'breakMinutes'>): string {
  const parts = [
    multiplier > 1 ? `time × ${multiplier}` : '',
    extraMinutes > 0 ? `${extraMinutes} minutes more` : '',
    breakMinutes > 0 ? `breaks of ${breakMinutes} minutes` : '',
  ].filter(Boolean);
  return parts.join(', ');
}
