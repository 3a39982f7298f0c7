import {
  Badge,
  emptyForm,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  PageHeader,
  type PageContext,
  Time,
} from '../../../web/index.js';
import type { AdminBundle } from '../admin-bundle.queries.js';
import type { ProductPricing } from '../pricing.queries.js';
import { CoursesSection } from './courses-section.js';
import { PricingDrawing } from './pricing-page.js';
import { PublicationSection } from './publication-section.js';
import { TextSection } from './text-section.js';

/** The forms of the page; the one that was just refused comes filled. */
export interface EditForms {
  text?: FormState;
  courses?: FormState;
  publication?: FormState;
}

interface EditBundleProps {
  page: PageContext;
  bundle: AdminBundle;
  pricing: ProductPricing;
  forms?: EditForms;
}

/** All about one bundle: what it says and contains, what it costs, whether it is on sale. */
export function EditBundleView({ page, bundle, pricing, forms = {} }: EditBundleProps): JSX.Element {
  const refused = forms.text ?? forms.courses ?? forms.publication ?? emptyForm();
  const published = bundle.status === 'published';
  return (
    <Layout
      page={page}
      title={bundle.title}
      tone="working"
      form={refused}
      breadcrumbs={[
        { href: '/admin', label: 'Today' },
        { href: '/admin/bundles', label: 'Bundles' },
        { label: bundle.title },
      ]}
    >
      <FormErrors form={refused} />
      <PageHeader
        kicker="Bundle"
        title={bundle.title}
        meta={
          <>
            <Badge label={published ? 'on sale' : 'draft'} kind={published ? 'accent' : 'outline'} />
            {bundle.editedAt ? (
              <span>
                Edited <Time at={bundle.editedAt} />
              </span>
            ) : (
              <span>As in the content folder</span>
            )}
            {bundle.editedBy ? <span safe>{`by ${bundle.editedBy}`}</span> : ''}
          </>
        }
        actions={
          <>
            <LinkButton look="secondary" icon="eye" href={`/admin/bundles/${bundle.slug}/preview`}>
              Preview
            </LinkButton>
            {published ? (
              <LinkButton look="quiet" href={`/bundles/${bundle.slug}`}>
                Public page
              </LinkButton>
            ) : (
              ''
            )}
          </>
        }
      />
      <PublicationSection bundle={bundle} />
      <TextSection bundle={bundle} form={forms.text} />
      <CoursesSection bundle={bundle} form={forms.courses} />
      <section class="section" aria-labelledby="pricing-title">
        <h2 id="pricing-title">Prices and offers</h2>
        {pricing.prices.length === 0 ? <p class="soft">It has no price yet, so it cannot be sold.</p> : ''}
        <PricingDrawing pricing={pricing} />
        <p>
          <LinkButton look="secondary" icon="tags" href={`/admin/prices/${bundle.slug}`}>
            Set prices and offers
          </LinkButton>
        </p>
      </section>
    </Layout>
  );
}
