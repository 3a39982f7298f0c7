import { ActForm } from '../../web/index.js';
import type { Webhook } from '../webhooks/webhook.queries.js';

/** What an admin can do with a webhook. */
export function WebhookActs({ webhook }: { webhook: Webhook }): JSX.Element {
  const address = `/admin/webhooks/${webhook.id}`;
  return (
    <div class="cluster">
      {webhook.standing === 'open' ? (
        <>
          <ActForm action={`${address}/tests`} label="Send a test" />
          <ActForm action={`${address}/pause`} label="Pause" />
        </>
      ) : (
        <ActForm
          action={`${address}/open`}
          label={webhook.waiting > 0 ? `Open, and send what waits (${webhook.waiting})` : 'Open'}
          look="primary"
        />
      )}
      <ActForm action={`${address}/secrets`} label="Make a new secret" />
      <ActForm action={`${address}/removal`} label="Remove for good" look="danger" />
    </div>
  );
}
