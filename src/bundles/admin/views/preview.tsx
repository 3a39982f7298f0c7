import { Alert, emptyForm, type FormState, Layout, PageHeader, type PageContext } from '../../../web/index.js';
import type { Market } from '../../markets/market.js';
import { readInstant } from '../../prices/instant-input.js';
import { offeringOf } from '../../products/offering.js';
import type { ProductWithRelated } from '../../products/product-page.queries.js';
import { BundlePageView } from '../../views/bundle-page.js';
import { previewOwnership } from '../preview-ownership.js';
import { previewPicks } from '../preview-picks.js';
import { PreviewBanner } from './preview-banner.js';

interface PreviewProps {
  page: PageContext;
  found: ProductWithRelated;
  markets: readonly Market[];
  query: { at: string; zone: string; owns: string[] };
}

/** The public page as it will be at any instant, published or not. */
export function PreviewView({ page, found, markets, query }: PreviewProps): JSX.Element {
  const read = query.at === '' ? { at: found.at } : readInstant(query.at, query.zone);
  const at = 'at' in read ? read.at : found.at;
  const { slug, history } = found.product;
  const form: FormState = {
    ...emptyForm({ at: query.at, zone: query.zone, market: history.market.name, owns: query.owns }),
    errors: 'refusal' in read ? { at: read.refusal } : {},
  };
  const picks = previewPicks(history, found.at);
  const banner = (
    <PreviewBanner slug={slug} at={at} picks={picks} markets={markets} parts={found.related} form={form} />
  );
  const ownership = previewOwnership(found, query.owns, at);
  const bundle = offeringOf(found.product, found.related, at);
  if (bundle)
    return (
      <BundlePageView page={page} bundle={bundle} parts={found.related} at={at} ownership={ownership} banner={banner} />
    );
  return (
    <Layout page={page} title={found.product.title}>
      {banner}
      <PageHeader kicker="Bundle" title={found.product.title} lead={found.product.summary} />
      <Alert kind="warning">
        <p safe>{`It has no list price in ${history.market.label} at this instant, so it cannot be sold there.`}</p>
      </Alert>
    </Layout>
  );
}
