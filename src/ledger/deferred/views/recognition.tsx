import { Button, Field, type FormState, type PageContext, Radios, Table, Time } from '../../../web/index.js';
import { BooksLayout } from '../../views/books-layout.js';
import type { ChosenPolicy, LifetimePolicy } from '../recognition-policies.js';

interface Props {
  page: PageContext;
  form: FormState;
  history: ChosenPolicy[];
  canChoose: boolean;
}

const columns = [{ label: 'Since' }, { label: 'Lifetime access is earned' }, { label: 'Why' }, { label: 'Chosen by' }];
const choices = [
  { value: 'estimate', label: 'Evenly over an estimated time' },
  { value: 'completion', label: 'When the course is completed' },
];

const policyWords = ({ policy, days }: LifetimePolicy): string =>
  policy === 'completion'
    ? 'When the course is completed'
    : `Evenly over ${days} days, or at completion if that comes first`;

export function RecognitionView({ page, form, history, canChoose }: Props): JSX.Element {
  return (
    <BooksLayout
      page={page}
      title="How revenue is earned"
      form={form}
      lead="What is sold is deferred first. Access for a term is earned day by day over that term. For access without an end you choose; a choice holds for what is sold after it."
    >
      <Table
        caption="Choices, newest first"
        columns={columns}
        rows={history.map((choice) => [
          <Time at={choice.chosenAt} date />,
          <span safe>{policyWords(choice)}</span>,
          <span safe>{choice.note}</span>,
          <span safe>{choice.chosenBy ?? 'The default'}</span>,
        ])}
      />
      {canChoose ? (
        <form class="form" method="post" action="/books/recognition">
          <h2>Choose anew</h2>
          <Radios form={form} name="policy" label="Lifetime access is earned" options={choices} required />
          <Field
            form={form}
            name="days"
            label="Days of the estimate"
            size="short"
            inputmode="numeric"
            help="30 to 3650; only for an estimate"
          />
          <Field form={form} name="note" label="Why" required maxlength={500} />
          <Button look="primary">Choose</Button>
        </form>
      ) : (
        ''
      )}
    </BooksLayout>
  );
}
