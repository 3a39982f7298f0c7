import { formatInstant, formatMoney } from '../../../shared/index.js';
import { Table } from '../../../web/index.js';
import type { DeskLine, LineAccess } from '../desk-order.queries.js';
import { endWords } from '../story-words.js';

/** What one line was sold for, course by course, and who has access by it now. */
export function DeskLineTable({ currency, line }: { currency: string; line: DeskLine }): JSX.Element {
  const shown = (amount: number) => <span safe>{formatMoney({ amount, currency })}</span>;
  const title = line.quantity > 1 ? `${line.title} × ${line.quantity}` : line.title;
  return (
    <Table
      caption={title}
      captionShown
      columns={[
        { label: 'Course' },
        { label: 'Sold for', numeric: true },
        { label: 'Tax', numeric: true },
        { label: 'Access now' },
      ]}
      rows={line.courses.map((course) => [
        <span safe>{course.title}</span>,
        shown(course.amount),
        shown(course.tax),
        <Accesses access={course.access} />,
      ])}
    />
  );
}

const Accesses = ({ access }: { access: LineAccess[] }): JSX.Element =>
  access.length === 0 ? (
    <span class="soft">None by this line</span>
  ) : (
    <ul class="lines">
      {access.map((one) => (
        <li safe>{`${one.person}: ${accessWords(one)}`}</li>
      ))}
    </ul>
  );

function accessWords({ state, until, reason }: LineAccess): string {
  const why = reason ? ` (${endWords(reason)})` : '';
  if (state === 'open') return until ? `open until ${formatInstant(new Date(until))}` : 'open';
  return `${state}${why}`;
}
