import { ActForm, DefinitionList, Layout, type PageContext, PageHeader, Table, Time } from '../../web/index.js';
import type { ShownDelivery, Webhook } from '../webhooks/webhook.queries.js';
import { DeliveryBadge, outcomeWords } from './webhook-words.js';

interface Props {
  page: PageContext;
  webhook: Webhook;
  delivery: ShownDelivery;
}

export function DeliveryView({ page, webhook, delivery }: Props): JSX.Element {
  const address = `/admin/webhooks/${webhook.id}`;
  return (
    <Layout
      page={page}
      title={delivery.event}
      width="reading"
      tone="working"
      breadcrumbs={[
        { href: '/admin/webhooks', label: 'Webhooks' },
        { href: address, label: webhook.description || new URL(webhook.url).host },
        { label: delivery.event },
      ]}
    >
      <PageHeader title={delivery.event} meta={<DeliveryBadge standing={delivery.standing} />} />
      <DefinitionList
        items={[
          { term: 'Number', detail: <code safe>{delivery.messageId}</code> },
          { term: 'Written', detail: <Time at={delivery.writtenAt} /> },
          { term: 'Next attempt', detail: delivery.nextAt ? <Time at={delivery.nextAt} /> : <span>none</span> },
        ]}
      />
      {delivery.standing !== 'waiting' && webhook.standing === 'open' ? (
        <ActForm action={`${address}/deliveries/${delivery.id}/replay`} label="Send again" />
      ) : (
        ''
      )}
      <section class="section">
        <h2>What is sent</h2>
        <pre class="shown-secret" tabindex="0" aria-label="The message">
          <code safe>{JSON.stringify(JSON.parse(delivery.body), null, 2)}</code>
        </pre>
      </section>
      <section class="section">
        <h2>Attempts</h2>
        {delivery.attempts.length === 0 ? (
          <p>Not tried yet.</p>
        ) : (
          <Table
            caption="Attempts, newest first"
            columns={[{ label: 'When' }, { label: 'Outcome' }, { label: 'Took', numeric: true }]}
            rows={delivery.attempts.map(({ at, outcome, status, tookMs }) => [
              <Time at={at} />,
              <span safe>{outcomeWords(outcome, status)}</span>,
              <span>{tookMs} ms</span>,
            ])}
          />
        )}
      </section>
    </Layout>
  );
}
