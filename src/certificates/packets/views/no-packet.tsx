import { Layout, type PageContext, PageHeader } from '../../../web/index.js';

/** Says the same whatever the reason is. */
export function NoPacketView({ page }: { page: PageContext }): JSX.Element {
  return (
    <Layout page={page} title="This link opens nothing" width="reading">
      <PageHeader
        title="This link opens nothing"
        lead="It may have ended, it may have been taken back, or a character of it is missing."
      />
      <p>Ask the person who sent it for a new one.</p>
      <p>
        A single certificate can be <a href="/verify">verified by its number</a>.
      </p>
    </Layout>
  );
}
