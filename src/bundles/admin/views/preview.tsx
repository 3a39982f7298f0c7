import {
  Alert,
  Button,
  emptyForm,
  Field,
  type FormState,
  Layout,
  LinkButton,
  PageHeader,
  type PageContext,
  Time,
} from '../../../web/index.js';
import { readInstant } from '../../prices/instant-input.js';
import { offeringOf } from '../../products/offering.js';
import type { ProductWithRelated } from '../../products/product-page.queries.js';
import { BundlePageView } from '../../views/bundle-page.js';

interface PreviewProps {
  page: PageContext;
  found: ProductWithRelated;
  query: { at: string; zone: string };
}

/** The public page as it will be at any instant, published or not. */
export function PreviewView({ page, found, query }: PreviewProps): JSX.Element {
  const read = query.at === '' ? { at: found.at } : readInstant(query.at, query.zone);
  const at = 'at' in read ? read.at : found.at;
  const form: FormState = {
    ...emptyForm({ at: query.at, zone: query.zone }),
    errors: 'refusal' in read ? { at: read.refusal } : {},
  };
  const banner = <Banner slug={found.product.slug} at={at} form={form} />;
  const bundle = offeringOf(found.product, found.related, at);
  if (bundle) return <BundlePageView page={page} bundle={bundle} parts={found.related} at={at} banner={banner} />;
  return (
    <Layout page={page} title={found.product.title}>
      {banner}
      <PageHeader kicker="Bundle" title={found.product.title} lead={found.product.summary} />
      <Alert kind="warning">
        <p>It has no list price at this instant, so it cannot be sold and has no page.</p>
      </Alert>
    </Layout>
  );
}

function Banner({ slug, at, form }: { slug: string; at: Date; form: FormState }): JSX.Element {
  const action = `/admin/bundles/${slug}`;
  return (
    <section class="preview-banner" aria-label="Preview">
      <p>
        <strong>Preview.</strong> The page as it is for visitors at <Time at={at} />, once the bundle is published.
      </p>
      <form class="form-row" method="get" action={`${action}/preview`} novalidate>
        <Field form={form} name="at" type="datetime-local" label="At another instant" />
        <Field form={form} name="zone" label="Zone" size="medium" />
        <Button look="secondary">Show</Button>
        <LinkButton look="quiet" href={action}>
          Back to the bundle
        </LinkButton>
      </form>
    </section>
  );
}
