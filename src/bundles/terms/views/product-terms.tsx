import {
  Button,
  Card,
  emptyForm,
  Field,
  FormErrors,
  type FormState,
  Layout,
  PageHeader,
  type PageContext,
  Textarea,
} from '../../../web/index.js';
import { MarketChoice } from '../../admin/views/market-choice.js';
import type { Market } from '../../markets/market.js';
import type { DeskTerms, PolicyVersion, ProductTerms } from '../terms-desk.queries.js';
import { stepsAsTyped } from '../terms-forms.js';
import { TermsForm, termsValues } from './terms-form.js';

interface ProductTermsProps {
  page: PageContext;
  product: ProductTerms;
  forAll: DeskTerms;
  policies: PolicyVersion[];
  markets: Market[];
  /** Whose volume prices are shown. */
  chosen: Market;
  /** The one that was just refused comes filled. */
  forms: { terms?: FormState; volume?: FormState };
}

export function ProductTermsView(props: ProductTermsProps): JSX.Element {
  const { page, product, forAll, policies, markets, chosen, forms } = props;
  const refused = [forms.terms, forms.volume].find((form) => form && form.summary.length > 0);
  const terms = refused && refused === forms.terms ? refused : emptyForm(termsValues(product.terms ?? forAll));
  const volume = forms.volume ?? emptyForm({ steps: stepsAsTyped(product.volume) });
  return (
    <Layout
      page={page}
      title={`Terms: ${product.title}`}
      tone="working"
      form={refused}
      breadcrumbs={[
        { href: '/admin', label: 'Today' },
        { href: '/admin/terms', label: 'Terms' },
        { label: product.title },
      ]}
    >
      {refused ? <FormErrors form={refused} /> : ''}
      <PageHeader
        kicker={product.kind === 'bundle' ? 'Terms of a bundle' : 'Terms of a course'}
        title={product.title}
        lead={product.terms ? 'It has terms of its own.' : 'It is sold as everything else until you set terms for it.'}
      />
      <Card title="Terms from now on">
        <TermsForm action={`/admin/terms/${product.slug}`} form={terms} policies={policies} />
      </Card>
      <section class="section" id="volume">
        <h2>Volume prices</h2>
        <MarketChoice address={`/admin/terms/${product.slug}`} markets={markets} chosen={chosen} />
        <Card title={`For clinics in ${chosen.label}`} level={3}>
          <form class="form" method="post" action={`/admin/terms/${product.slug}/volume`} novalidate>
            <input type="hidden" name="market" value={chosen.name} />
            <Textarea
              form={volume}
              name="steps"
              label="Steps"
              help="One per line, seats and percent below the list price: “5: 10” and “25: 20”. Empty: no volume price. An offer that is lower holds instead."
              rows={4}
              mono
              required={false}
            />
            <Field form={volume} name="reason" label="Reason" help="Kept with the steps." maxlength={300} />
            <div class="form-actions">
              <Button look="secondary">Set volume prices</Button>
            </div>
          </form>
        </Card>
      </section>
    </Layout>
  );
}
