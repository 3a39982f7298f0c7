import { Alert } from '../../../web/index.js';
import type { PausedCourse } from '../../../enrollment/index.js';
import type { OverlappingOrder } from '../../orders/order.queries.js';

const list = new Intl.ListFormat('en');

/** Courses that are there already and only paused: said before somebody buys them again. */
export const PausedAlready = ({ courses }: { courses: PausedCourse[] }): JSX.Element =>
  courses.length === 0 ? (
    ''
  ) : (
    <Alert kind="warning" title="You have this already: it is paused">
      <p>
        <span safe>{`${list.format(courses.map(({ title }) => title))}. `}</span>
        <a href="/learning#paused">See why, and how it opens again</a>. If you pay here, you pay for it twice.
      </p>
    </Alert>
  );

/** Other orders that could be paid for the same courses: said before somebody pays twice. */
export const Overlapping = ({ orders }: { orders: OverlappingOrder[] }): JSX.Element => (
  <>
    {orders.map(({ number, status, titles }) => (
      <Alert
        kind="warning"
        title={status === 'pending' ? 'You have another open checkout' : 'Your bank is still confirming a payment'}
      >
        <p>
          <span safe>{`It has ${list.format(titles)}, too: order `}</span>
          <a href={`/orders/${number}`} safe>
            {number}
          </a>
          {status === 'pending'
            ? '. Pay only one of them; the other can be cancelled on its page.'
            : '. If you pay here as well, you pay for it twice.'}
        </p>
      </Alert>
    ))}
  </>
);
