import {
  Card,
  emptyForm,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  PageHeader,
  type PageContext,
  Table,
} from '../../../web/index.js';
import type { DeskTerms, PolicyVersion, ProductTerms } from '../terms-desk.queries.js';
import { TermsForm, termsValues } from './terms-form.js';
import { accessWords, planWords } from './terms-words.js';

interface TermsListProps {
  page: PageContext;
  forAll: DeskTerms;
  products: ProductTerms[];
  policies: PolicyVersion[];
  form: FormState | undefined;
}

/** On which terms everything is sold. */
export function TermsListView({ page, forAll, products, policies, form }: TermsListProps): JSX.Element {
  const shown = form ?? emptyForm(termsValues(forAll));
  return (
    <Layout
      page={page}
      title="Terms"
      tone="working"
      form={shown}
      breadcrumbs={[{ href: '/admin', label: 'Today' }, { label: 'Terms' }]}
    >
      <FormErrors form={shown} />
      <PageHeader
        title="Terms"
        lead="What buyers are promised beside the price. Each order keeps the terms it was placed under."
        actions={
          <LinkButton look="secondary" href="/admin/refund-policies">
            Refund policies
          </LinkButton>
        }
      />
      <Table
        caption="Terms of each course and bundle"
        columns={[
          { label: 'Product' },
          { label: 'Refund policy' },
          { label: 'Access' },
          { label: 'Paid' },
          { label: 'Volume prices', numeric: true },
        ]}
        rows={products.map(({ slug, title, terms, volume }) => {
          const held = terms ?? forAll;
          return [
            <a href={`/admin/terms/${slug}`} safe>
              {title}
            </a>,
            <span safe>{terms ? held.refundPolicy : `${held.refundPolicy} (as everything)`}</span>,
            <span safe>{accessWords(held.accessDays)}</span>,
            <span safe>{planWords(held.plan)}</span>,
            <span>{volume.length}</span>,
          ];
        })}
      />
      <Card title="For everything that says nothing else">
        <TermsForm action="/admin/terms" form={shown} policies={policies} />
      </Card>
    </Layout>
  );
}
