import {
  Badge,
  emptyForm,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  PageHeader,
  type PageContext,
} from '../../../web/index.js';
import type { Market } from '../../markets/market.js';
import { priceTimeline, timelineEvents } from '../price-timeline.js';
import type { ProductPricing } from '../pricing.queries.js';
import { ListPriceForm } from './list-price-form.js';
import { MarketChoice } from './market-choice.js';
import { OfferForm } from './offer-form.js';
import { OffersSection } from './offers-section.js';
import { PricesSection } from './prices-section.js';
import { PriceTimelineView } from './price-timeline.js';

/** The forms of the page; the one that was just refused comes filled. */
export interface PricingForms {
  price?: FormState;
  offer?: FormState;
}

interface PricingPageProps {
  page: PageContext;
  pricing: ProductPricing;
  markets: Market[];
  forms?: PricingForms;
}

/** What one course or bundle costs, cost and will cost: drawn, listed, and the forms that add to it. */
export function PricingPageView({ page, pricing, markets, forms = {} }: PricingPageProps): JSX.Element {
  const refused = forms.price ?? forms.offer ?? emptyForm();
  const { title, kind, slug, status } = pricing;
  return (
    <Layout
      page={page}
      title={`Prices: ${title}`}
      tone="working"
      form={refused}
      breadcrumbs={[
        { href: '/admin', label: 'Today' },
        { href: '/admin/offers', label: 'Prices and offers' },
        { label: title },
      ]}
    >
      <FormErrors form={refused} />
      <PageHeader
        kicker={kind === 'bundle' ? 'Prices of a bundle' : 'Prices of a course'}
        title={title}
        meta={
          <Badge
            label={status === 'published' ? 'on sale' : 'draft'}
            kind={status === 'published' ? 'accent' : 'outline'}
          />
        }
        actions={
          kind === 'bundle' ? (
            <>
              <LinkButton look="secondary" icon="eye" href={`/admin/bundles/${slug}/preview`}>
                Preview
              </LinkButton>
              <LinkButton look="quiet" href={`/admin/bundles/${slug}`}>
                Compose
              </LinkButton>
            </>
          ) : (
            <LinkButton look="quiet" href={`/courses/${slug}`}>
              Public page
            </LinkButton>
          )
        }
      />
      <MarketChoice address={`/admin/prices/${slug}`} markets={markets} chosen={pricing.market} />
      <PricingDrawing pricing={pricing} />
      <div class="desk-pair">
        <div class="stack">
          <OffersSection pricing={pricing} />
          <PricesSection pricing={pricing} />
        </div>
        <div class="stack">
          <OfferForm slug={slug} market={pricing.market} form={forms.offer} />
          <ListPriceForm slug={slug} market={pricing.market} form={forms.price} />
        </div>
      </div>
    </Layout>
  );
}

/** The prices of a product in a market over time; nothing while it has none. */
export function PricingDrawing({ pricing }: { pricing: ProductPricing }): JSX.Element {
  if (pricing.prices.length === 0) return '';
  const sources = { ...pricing, restDays: pricing.market.coolingOffDays };
  return (
    <PriceTimelineView
      caption={`Offers and price of ${pricing.title}`}
      timeline={priceTimeline(sources)}
      currency={pricing.market.currency}
      events={timelineEvents(sources)}
    />
  );
}
