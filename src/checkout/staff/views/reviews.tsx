import {
  Badge,
  EmptyState,
  emptyForm,
  filterAddress,
  FilterBar,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  Pagination,
  Select,
  Stat,
  Stats,
  Table,
  Time,
} from '../../../web/index.js';
import { OrderStatusBadge } from '../../orders/views/order-status.js';
import type { Review, ReviewFilter } from '../review.queries.js';
import { reviewTitle } from '../review-words.js';
import { deskAddress } from './orders-desk.js';

interface Props {
  page: PageContext;
  filter: ReviewFilter;
  reviews: Review[];
  waiting: { reason: string; count: number }[];
  next: string | null;
  /** Events of Stripe's that wait for a replay. */
  failed: number;
}

export const reviewsAddress = '/admin/reviews';
const columns = [
  { label: 'What' },
  { label: 'Order' },
  { label: 'Status' },
  { label: 'Buyer' },
  { label: 'Since' },
  { label: 'Decided' },
];

/** What waits for a person's decision. */
export function ReviewsView({ page, filter, reviews, waiting, next, failed }: Props): JSX.Element {
  const form = emptyForm({ state: filter.state, reason: filter.reason ?? '' });
  const kept = { ...filter, after: undefined, limit: undefined };
  return (
    <Layout page={page} title="Reviews" width="wide" tone="working">
      <PageHeader
        title="Reviews"
        lead="Orders that need a person: money that does not fit, or a promise at risk."
        actions={
          <LinkButton href="/admin/stripe-events" look="secondary">
            <span safe>{failed === 1 ? '1 failed event' : `${failed} failed events`}</span>
          </LinkButton>
        }
      />
      {waiting.length > 0 ? (
        <Stats>
          {waiting.map(({ reason, count }) => (
            <Stat
              label={reviewTitle(reason)}
              value={String(count)}
              note="waiting"
              href={filterAddress(reviewsAddress, { reason })}
            />
          ))}
        </Stats>
      ) : (
        ''
      )}
      <FilterBar action={reviewsAddress} label="Filter reviews" clearHref={reviewsAddress}>
        <Select
          form={form}
          name="state"
          label="State"
          options={[
            { value: 'open', label: 'Waiting' },
            { value: 'resolved', label: 'Resolved' },
          ]}
        />
        {filter.reason ? <input type="hidden" name="reason" value={filter.reason} /> : ''}
      </FilterBar>
      {reviews.length === 0 ? (
        <EmptyState title="Nothing waits" text="Orders come here when a person has to decide." icon="circle-check" />
      ) : (
        <Table caption="Reviews" columns={columns} rows={reviews.map(cells)} />
      )}
      <Pagination
        previousHref={filter.after ? filterAddress(reviewsAddress, kept) : undefined}
        nextHref={next ? filterAddress(reviewsAddress, { ...kept, after: next }) : undefined}
      />
    </Layout>
  );
}

const cells = ({ id, reason, at, order, resolved }: Review): JSX.Element[] => [
  <a href={`${reviewsAddress}/${id}`} safe>
    {reviewTitle(reason)}
  </a>,
  <a class="nowrap" href={`${deskAddress}/${order.number}`} safe>
    {order.number}
  </a>,
  <OrderStatusBadge status={order.status} />,
  <span safe>{`${order.buyerName} (${order.buyerEmail})`}</span>,
  <Time at={at} />,
  resolved ? <span safe>{`${resolved.by}: ${resolved.note}`}</span> : <Badge label="Waiting" kind="signal" />,
];
