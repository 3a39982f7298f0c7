import { EmptyState, Layout, PageHeader, type PageContext } from '../../../web/index.js';
import type { Scope } from '../read-scope.js';
import { ScopeAnswer, ScopeForm } from './scope-answer.js';

/** Who may do what where, for anyone. */
export function ScopeView({ page, scope }: { page: PageContext; scope: Scope }): JSX.Element {
  return (
    <Layout page={page} title="Scope of practice" description="Who may inject what, where, and under whose orders.">
      <PageHeader
        title="Scope of practice"
        lead="What a place allows a profession to do, with the source and the day on which our editors last read it."
      />
      <ScopeForm action="/scope" scope={scope} />
      {scope.rows ? (
        <ScopeAnswer scope={scope} />
      ) : (
        <EmptyState icon="map-pin" title="Choose both" text="Your profession, and where you work." />
      )}
    </Layout>
  );
}
