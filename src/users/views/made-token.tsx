import { Alert, Layout, LinkButton, type PageContext, PageHeader } from '../../web/index.js';
import type { MadeToken } from '../api-tokens/make-token.js';

/** The one page that ever shows the token. */
export function MadeTokenView({ page, made }: { page: PageContext; made: MadeToken }): JSX.Element {
  return (
    <Layout
      page={page}
      title="Your new token"
      width="reading"
      tone="working"
      breadcrumbs={[
        { href: '/account', label: 'Account' },
        { href: '/account/tokens', label: 'Tokens' },
        { label: 'Your new token' },
      ]}
    >
      <PageHeader title="Your new token" lead={made.name} />
      <Alert kind="warning" title="Copy it now">
        <p>It is shown this once. Keep it where you keep passwords: whoever has it can act for you.</p>
      </Alert>
      <pre class="shown-secret" tabindex="0" aria-label="The token">
        <code safe>{made.token}</code>
      </pre>
      <p>
        A program sends it with every request as <code>Authorization: Bearer glb_…</code>. What it can ask is described
        in <a href="/api/openapi.json">the description of the API</a>.
      </p>
      <LinkButton href="/account/tokens">I have copied it</LinkButton>
    </Layout>
  );
}
