import { EmptyState, Layout, LinkButton, type PageContext } from '../../../web/index.js';

/** Instead of a checkout of what somebody has. */
export function OwnedView({ page, sentence }: { page: PageContext; sentence: string }): JSX.Element {
  return (
    <Layout page={page} title="You have this already" width="form">
      <EmptyState title="You have this already" text={`${sentence} There is nothing to buy.`}>
        <LinkButton href="/learning">Go on learning</LinkButton>
      </EmptyState>
    </Layout>
  );
}
