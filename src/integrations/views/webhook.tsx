import {
  ActForm,
  DefinitionList,
  EmptyState,
  filterAddress,
  FilterBar,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Pagination,
  Select,
  Table,
  Time,
} from '../../web/index.js';
import type { Delivery, Webhook } from '../webhooks/webhook.queries.js';
import type { DeliveryFilter } from '../webhooks/webhook.schemas.js';
import { WebhookActs } from './webhook-acts.js';
import { DeliveryBadge, outcomeWords, WebhookBadge } from './webhook-words.js';

interface Props {
  page: PageContext;
  form: FormState;
  query: DeliveryFilter;
  webhook: Webhook;
  deliveries: { items: Delivery[]; next: string | null };
}

const columns = ['Written', 'Event', 'Standing', 'Last attempt', 'Next'].map((label) => ({ label }));
const standings = [
  { value: 'waiting', label: 'Waiting' },
  { value: 'delivered', label: 'Delivered' },
  { value: 'failed', label: 'Failed' },
];

export function WebhookView({ page, form, query, webhook, deliveries }: Props): JSX.Element {
  const title = webhook.description || new URL(webhook.url).host;
  const address = `/admin/webhooks/${webhook.id}`;
  const filter = { standing: query.standing };
  return (
    <Layout
      page={page}
      title={title}
      tone="working"
      breadcrumbs={[{ href: '/admin/webhooks', label: 'Webhooks' }, { label: title }]}
    >
      <PageHeader title={title} meta={<WebhookBadge standing={webhook.standing} />} />
      <About webhook={webhook} />
      <WebhookActs webhook={webhook} />
      <section class="section stack">
        <h2>Messages</h2>
        <FilterBar action={address} label="Filter messages" clearHref={address}>
          <Select form={form} name="standing" label="Standing" placeholder="Any" options={standings} />
        </FilterBar>
        {webhook.failed > 0 && webhook.standing === 'open' ? (
          <ActForm action={`${address}/replay`} label={`Send what failed again (${webhook.failed})`} />
        ) : (
          ''
        )}
        {deliveries.items.length === 0 ? (
          <EmptyState title="No messages" text="Send a test to see one." icon="send" />
        ) : (
          <Table
            caption="Messages, newest first"
            columns={columns}
            rows={deliveries.items.map((delivery) => cells(address, delivery))}
          />
        )}
        <Pagination
          {...(query.after && { previousHref: filterAddress(address, filter) })}
          {...(deliveries.next && { nextHref: filterAddress(address, { ...filter, after: deliveries.next }) })}
        />
      </section>
    </Layout>
  );
}

function About({ webhook }: { webhook: Webhook }): JSX.Element {
  const { url, events, failingSince, formerSecretUntil } = webhook;
  const since = failingSince && { term: 'Takes nothing since', detail: <Time at={failingSince} /> };
  const until = formerSecretUntil && { term: 'Signed by two secrets until', detail: <Time at={formerSecretUntil} /> };
  return (
    <DefinitionList
      items={[
        { term: 'Address', detail: <code safe>{url}</code> },
        { term: 'Events', detail: <span safe>{events.join(', ')}</span> },
        ...(since ? [since] : []),
        ...(until ? [until] : []),
      ]}
    />
  );
}

const cells = (address: string, delivery: Delivery): JSX.Element[] => [
  <a href={`${address}/deliveries/${delivery.id}`}>
    <Time at={delivery.writtenAt} />
  </a>,
  <span safe>{delivery.event}</span>,
  <DeliveryBadge standing={delivery.standing} />,
  <span safe>{outcomeWords(delivery.outcome, delivery.status)}</span>,
  delivery.nextAt ? <Time at={delivery.nextAt} /> : <span>none</span>,
];
