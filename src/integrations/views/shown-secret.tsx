import { Alert, Layout, LinkButton, type PageContext, PageHeader } from '../../web/index.js';
import type { ShownSecret } from '../webhooks/add-endpoint.js';

/** The one page that ever shows the secret. */
export function ShownSecretView({ page, made }: { page: PageContext; made: ShownSecret }): JSX.Element {
  return (
    <Layout
      page={page}
      title="The secret of the webhook"
      width="reading"
      tone="working"
      breadcrumbs={[{ href: '/admin/webhooks', label: 'Webhooks' }, { label: 'Secret' }]}
    >
      <PageHeader title="The secret of the webhook" />
      <Alert kind="warning" title="Copy it now">
        <p>It is shown this once. The receiver needs it to know that a message is ours.</p>
      </Alert>
      <pre class="shown-secret" tabindex="0" aria-label="The secret">
        <code safe>{made.secret}</code>
      </pre>
      <p>
        Messages are signed as <a href="https://www.standardwebhooks.com">Standard Webhooks</a> asks: check{' '}
        <code>webhook-signature</code> over <code>webhook-id</code>, <code>webhook-timestamp</code> and the body, and
        refuse a timestamp that is more than five minutes off. The same <code>webhook-id</code> may come twice.
      </p>
      <LinkButton href={`/admin/webhooks/${made.id}`}>I have copied it</LinkButton>
    </Layout>
  );
}
