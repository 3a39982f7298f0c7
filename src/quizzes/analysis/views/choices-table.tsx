import { ShareBar, Table } from '../../../web/index.js';
import type { ShownItem } from '../read-quiz-analysis.js';
import { type Choice, chosenBy } from '../statistics/choices.js';

const shownAnswers = 15;
const columns = [
  { label: 'Answer' },
  { label: 'Lower 27 %', numeric: true },
  { label: 'Middle', numeric: true },
  { label: 'Upper 27 %', numeric: true },
  { label: 'All', numeric: true },
  { label: 'Share' },
];

/** What was answered, by how well people did on the whole; the options in the author's order, then the rest. */
export function ChoicesTable({ item }: { item: ShownItem }): JSX.Element {
  const of = new Map(item.choices.map((choice) => [choice.answer, choice]));
  const options = item.options.map(({ id, text, correct }) => ({
    label: correct ? `${text} (right)` : text,
    choice: of.get(id) ?? { answer: id, lower: 0, middle: 0, upper: 0 },
  }));
  const others = item.choices
    .filter(({ answer }) => !item.options.some(({ id }) => id === answer))
    .map((choice) => ({ label: labelOf(choice), choice }));
  const rows = [...options, ...others.slice(0, shownAnswers)];
  if (others.every(({ choice }) => choice.answer === '') && options.length === 0) {
    return <p>Answers to a question of this type are not a few words: look at its attempts.</p>;
  }
  return (
    <>
      <Table
        caption={`Answers to ${item.name}`}
        columns={columns}
        rows={rows.map(({ label, choice }) => [
          <span safe>{label}</span>,
          ...[choice.lower, choice.middle, choice.upper, chosenBy(choice)].map((n) => <span safe>{String(n)}</span>),
          <span class="share-cell">
            <ShareBar value={chosenBy(choice)} of={item.n} />
            <span safe>{`${((100 * chosenBy(choice)) / item.n).toFixed(0)} %`}</span>
          </span>,
        ])}
      />
      {others.length > shownAnswers ? (
        <p class="soft" safe>{`${others.length - shownAnswers} rarer answers are left out here; the API has them.`}</p>
      ) : (
        ''
      )}
    </>
  );
}

const labelOf = ({ answer }: Choice): string =>
  answer === '' ? 'No answer' : answer === '…' ? 'Other answers' : answer;
