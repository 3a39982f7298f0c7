import {
  ActForm,
  EmptyState,
  Field,
  emptyForm,
  filterAddress,
  FilterBar,
  Layout,
  type PageContext,
  PageHeader,
  Pagination,
  Table,
  Time,
} from '../../../web/index.js';
import type { FailedEvent, FailedEventFilter } from '../failed-events.queries.js';
import { deskAddress } from './orders-desk.js';

interface Props {
  page: PageContext;
  filter: FailedEventFilter;
  events: FailedEvent[];
  count: number;
  next: string | null;
}

export const failedEventsAddress = '/admin/stripe-events';
const columns = [
  { label: 'Event' },
  { label: 'Type' },
  { label: 'Order' },
  { label: 'Received' },
  { label: 'Tries', numeric: true },
  { label: 'Why it failed' },
  { label: 'Act' },
];

/** Events of Stripe's that failed every try; after the cause is gone they are replayed. */
export function FailedEventsView({ page, filter, events, count, next }: Props): JSX.Element {
  const form = emptyForm({ type: filter.type ?? '' });
  const mayAct = page.viewer?.roles.includes('admin') ?? false;
  return (
    <Layout
      page={page}
      title="Failed events"
      width="wide"
      tone="working"
      breadcrumbs={[{ href: '/admin/reviews', label: 'Reviews' }, { label: 'Failed events' }]}
    >
      <PageHeader
        title="Failed events"
        lead="What Stripe told us and we could not handle. Replaying is safe: each event has its effect once."
        actions={
          mayAct && count > 0 ? (
            <ActForm action={`${failedEventsAddress}/replay`} label={`Replay all ${count}`} icon="refresh-cw" />
          ) : undefined
        }
      />
      <FilterBar action={failedEventsAddress} label="Filter events" clearHref={failedEventsAddress}>
        <Field form={form} name="type" label="Type" size="medium" />
      </FilterBar>
      {events.length === 0 ? (
        <EmptyState
          title="No event failed"
          text="An event comes here when every try of about an hour failed. Types that are not used here are kept and left alone."
          icon="circle-check"
        />
      ) : (
        <Table
          caption="Failed events, oldest first"
          columns={columns}
          rows={events.map((event) => cells(event, mayAct))}
        />
      )}
      <Pagination
        nextHref={next ? filterAddress(failedEventsAddress, { ...filter, limit: undefined, after: next }) : undefined}
      />
    </Layout>
  );
}

const cells = (event: FailedEvent, mayAct: boolean): JSX.Element[] => [
  <code safe>{event.id}</code>,
  <span safe>{event.type}</span>,
  event.orderNumber ? (
    <a class="nowrap" href={`${deskAddress}/${event.orderNumber}`} safe>
      {event.orderNumber}
    </a>
  ) : (
    <code safe>{event.objectId ?? ''}</code>
  ),
  <Time at={event.receivedAt} />,
  <span>{event.tries}</span>,
  <span safe>{event.error ?? 'Its job was lost.'}</span>,
  mayAct ? <ActForm action={`${failedEventsAddress}/${event.id}/replay`} label="Replay" small /> : '',
];
