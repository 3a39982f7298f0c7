import { Table } from '../../../web/index.js';
import { monthName } from '../checklist-words.js';
import { monthOf } from '../../journal/months.js';
import type { LateEntry } from '../period.queries.js';

/** What happened in a month and was posted into a later one. */
export function LateEntries({ late }: { late: LateEntry[] }): JSX.Element {
  if (late.length === 0) return '';
  return (
    <section class="section">
      <h2>Came in after the month was closed</h2>
      <Table
        caption="Entries that were posted later"
        columns={[
          { label: 'Entry' },
          { label: 'Happened on' },
          { label: 'Posted into' },
          { label: 'What' },
          { label: 'Order' },
        ]}
        rows={late.map(({ number, happenedOn, date, description, orderNumber }) => [
          <a href={`/books/journal/${number}`}>{number}</a>,
          <span class="nowrap" safe>
            {happenedOn}
          </span>,
          <span class="nowrap" safe>
            {monthName(monthOf(date))}
          </span>,
          <span safe>{description}</span>,
          orderNumber ? (
            <a class="nowrap" href={`/admin/orders/${orderNumber}`} safe>
              {orderNumber}
            </a>
          ) : (
            '–'
          ),
        ])}
      />
    </section>
  );
}
