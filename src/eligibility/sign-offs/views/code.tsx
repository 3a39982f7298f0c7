import { Layout, LinkButton, type PageContext, PageHeader } from '../../../web/index.js';

/** The code, large enough to be read across a chair. */
export function CodeView({ page, code }: { page: PageContext; code: string }): JSX.Element {
  const crumbs = [{ href: '/preceptor', label: 'Sign-offs' }, { label: 'Code' }];
  return (
    <Layout page={page} title="Code to sign" width="form" breadcrumbs={crumbs}>
      <PageHeader
        title="Code to sign"
        lead="Typed by the learner into this entry, it signs in your name. It is good for ten minutes, once."
      />
      <p class="practice-code" safe>
        {`${code.slice(0, 4)} ${code.slice(4)}`}
      </p>
      <p>
        <LinkButton href="/preceptor" look="secondary">
          Back to what waits
        </LinkButton>
      </p>
    </Layout>
  );
}
