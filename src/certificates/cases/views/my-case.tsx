import { ActForm, FormErrors, type FormState, Layout, type PageContext, PageHeader } from '../../../web/index.js';
import type { Case } from '../case.queries.js';
import { CaseFacts } from './case-facts.js';
import { kindWords } from './words.js';

/** One case, for whoever opened it. */
export function MyCaseView({ page, form, one }: { page: PageContext; form: FormState; one: Case }): JSX.Element {
  return (
    <Layout
      page={page}
      title={kindWords[one.kind]}
      tone="working"
      width="reading"
      form={form}
      breadcrumbs={[{ href: '/cases', label: 'My cases' }, { label: kindWords[one.kind] }]}
    >
      <FormErrors form={form} />
      <PageHeader title={kindWords[one.kind]} />
      <section class="section">
        <CaseFacts of={one} />
      </section>
      {one.status === 'open' ? (
        <ActForm action={`/cases/${one.id}/withdrawal`} label="Take it back" look="secondary" />
      ) : (
        ''
      )}
    </Layout>
  );
}
