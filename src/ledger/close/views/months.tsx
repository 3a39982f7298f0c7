import { Badge, EmptyState, type PageContext, Table, Time } from '../../../web/index.js';
import { BooksLayout } from '../../views/books-layout.js';
import { monthAddress, monthName } from '../checklist-words.js';
import { stateWord } from '../move-words.js';
import type { Period } from '../period.js';

/** The months of the books and which of them are closed. */
export function MonthsView({ page, periods }: { page: PageContext; periods: Period[] }): JSX.Element {
  return (
    <BooksLayout
      page={page}
      title="Closing"
      lead="A month is closed once everything in it agrees. Nothing is posted into a closed month; what comes in late goes into the next open one and says so."
    >
      {periods.length === 0 ? (
        <EmptyState title="The books are empty" text="Months appear here with the first payment." icon="book-open" />
      ) : (
        <Table
          caption="Months"
          columns={[{ label: 'Month' }, { label: 'State' }, { label: 'Last step' }, { label: 'When' }]}
          rows={periods.map(cells)}
        />
      )}
    </BooksLayout>
  );
}

const cells = (period: Period): JSX.Element[] => [
  <a class="nowrap" href={monthAddress(period.month)} safe>
    {monthName(period.month)}
  </a>,
  <StateBadge period={period} />,
  period.last ? <span safe>{period.last.byName}</span> : '–',
  period.last ? <Time at={period.last.at} /> : '–',
];

export function StateBadge({ period }: { period: Period }): JSX.Element {
  const asked = period.last?.move === 'reopening_asked';
  const kind = asked ? 'signal' : period.status === 'closed' ? 'accent' : 'outline';
  return <Badge label={stateWord(period)} kind={kind} />;
}
