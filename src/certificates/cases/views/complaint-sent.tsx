import { Alert, Layout, LinkButton, type PageContext, PageHeader } from '../../../web/index.js';

export function ComplaintSentView({ page, number }: { page: PageContext; number: string }): JSX.Element {
  return (
    <Layout page={page} title="Your complaint has arrived" width="form" tone="working">
      <PageHeader title="Your complaint has arrived" />
      <Alert kind="success" live>
        <p>
          People who neither taught nor certified the holder look at it within 30 days. If you left an address, they
          answer you there. The holder is not told who complained.
        </p>
      </Alert>
      <LinkButton href={`/verify/${number}`} look="secondary">
        Back to the certificate
      </LinkButton>
    </Layout>
  );
}
