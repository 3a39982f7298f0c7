import { Alert } from '../../../web/index.js';
import type { OverlappingOrder } from '../../orders/order.queries.js';

const list = new Intl.ListFormat('en');

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
