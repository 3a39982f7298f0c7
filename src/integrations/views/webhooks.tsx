import {
  Button,
  Checkboxes,
  EmptyState,
  Field,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Table,
} from '../../web/index.js';
import { events } from '../webhooks/events.js';
import type { Webhook } from '../webhooks/webhook.queries.js';
import { WebhookBadge } from './webhook-words.js';

interface Props {
  page: PageContext;
  form: FormState;
  webhooks: Webhook[];
}

const options = Object.entries(events).map(([value, help]) => ({ value, label: value, help }));

export function WebhooksView({ page, form, webhooks }: Props): JSX.Element {
  return (
    <Layout page={page} title="Webhooks" tone="working" form={form}>
      <FormErrors form={form} />
      <PageHeader
        title="Webhooks"
        lead="Signed messages to your other systems when something happens here. They carry numbers and titles, never names or addresses of people."
      />
      {webhooks.length === 0 ? (
        <EmptyState title="No webhooks yet" text="Add the address of a system that is to be told." icon="webhook" />
      ) : (
        <Table
          caption="Webhooks"
          columns={[
            { label: 'Address' },
            { label: 'Events' },
            { label: 'Standing' },
            { label: 'Waiting', numeric: true },
            { label: 'Failed', numeric: true },
          ]}
          rows={webhooks.map(cells)}
        />
      )}
      <section class="section">
        <h2>Add a webhook</h2>
        <form class="form" method="post" action="/admin/webhooks" novalidate>
          <Field form={form} name="url" type="url" label="Address" help="https, on the public internet" required />
          <Field form={form} name="description" label="What it is for" required={false} />
          <Checkboxes form={form} name="events" label="Events" options={options} />
          <div class="form-actions">
            <Button>Add webhook</Button>
          </div>
        </form>
      </section>
    </Layout>
  );
}

const cells = ({ id, url, description, events: listed, standing, waiting, failed }: Webhook): JSX.Element[] => [
  <a href={`/admin/webhooks/${id}`} safe>
    {description || url}
  </a>,
  <span safe>{listed.join(', ')}</span>,
  <WebhookBadge standing={standing} />,
  <span>{waiting}</span>,
  <span>{failed}</span>,
];
