import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/index.js';
import { AdminBundlesApi } from './admin/admin-bundles.api.js';
import { AdminBundlesPages } from './admin/admin-bundles.pages.js';
import { AdminOverviewPages } from './admin/admin-overview.pages.js';
import { AdminBundleQueries } from './admin/admin-bundle.queries.js';
import { AdminPricesApi } from './admin/admin-prices.api.js';
import { EvidenceApi } from './admin/evidence.api.js';
import { OffersPages } from './admin/offers.pages.js';
import { PricingPages } from './admin/pricing.pages.js';
import { PricingQueries } from './admin/pricing.queries.js';
import { ReadToday } from './admin/read-today.js';
import { TodayApi } from './admin/today.api.js';
import { ReadEvidence } from './admin/read-evidence.js';
import { CatalogueApi } from './catalogue.api.js';
import { CataloguePages } from './catalogue.pages.js';
import { ClaimTerms } from './claims/claim-terms.js';
import { CodeUses } from './claims/code-uses.js';
import { OfferSeats } from './claims/offer-seats.js';
import { AdminCodesApi } from './codes/admin-codes.api.js';
import { AdminCodesPages } from './codes/admin-codes.pages.js';
import { CodeDeskQueries } from './codes/code-desk.queries.js';
import { CreateCode } from './codes/create-code.js';
import { WithdrawCode } from './codes/withdraw-code.js';
import { CodeGuesses } from './codes/code-guesses.js';
import { CodeQueries } from './codes/code.queries.js';
import { ComposeBundle } from './compose/compose-bundle.js';
import { CreateBundle } from './compose/create-bundle.js';
import { ImportBundles } from './compose/import-bundles.js';
import { PublishBundle } from './compose/publish-bundle.js';
import { WithdrawBundle } from './compose/withdraw-bundle.js';
import { AdminMarketsApi } from './markets/admin-markets.api.js';
import { AdminMarketsPages } from './markets/admin-markets.pages.js';
import { ChangeMarket } from './markets/change-market.js';
import { MarketDeskQueries } from './markets/market-desk.queries.js';
import { MarketQueries } from './markets/market.queries.js';
import { MarketsApi } from './markets/markets.api.js';
import { MarketPages } from './markets/markets.pages.js';
import { OpenMarkets } from './markets/open-markets.js';
import { SeedDemoMarkets } from './markets/seed-demo-markets.js';
import { CancelOffer } from './offers/cancel-offer.js';
import { ExtendOffer } from './offers/extend-offer.js';
import { ScheduleOffer } from './offers/schedule-offer.js';
import { SeedDemoOffer } from './offers/seed-demo-offer.js';
import { SetListPrice } from './offers/set-list-price.js';
import { WithdrawListPrice } from './offers/withdraw-list-price.js';
import { PreviewPages } from './previews/previews.pages.js';
import { PreviewsApi } from './previews/previews.api.js';
import { ShelfQueries } from './shelf/shelf.queries.js';
import { ReadPreview } from './previews/read-preview.js';
import { ProductPageQueries } from './products/product-page.queries.js';
import { ProductQueries } from './products/product.queries.js';
import { ReadOwnership } from './products/read-ownership.js';
import { QuoteBasket } from './quote/quote-basket.js';
import { AdminTermsApi } from './terms/admin-terms.api.js';
import { AdminTermsPages } from './terms/admin-terms.pages.js';
import { RefundPoliciesPages } from './terms/refund-policies.pages.js';
import { SeedDemoTerms } from './terms/seed-demo-terms.js';
import { SetRefundPolicy } from './terms/set-refund-policy.js';
import { SetSaleTerms } from './terms/set-sale-terms.js';
import { TermsDeskQueries } from './terms/terms-desk.queries.js';
import { SetVolumeSteps } from './volume/set-volume-steps.js';
import { SaleTermsQueries } from './terms/sale-terms.queries.js';

@Module({
  imports: [CoursesModule],
  controllers: [
    CataloguePages,
    CatalogueApi,
    PreviewPages,
    PreviewsApi,
    MarketPages,
    MarketsApi,
    AdminMarketsPages,
    AdminMarketsApi,
    AdminCodesPages,
    AdminCodesApi,
    AdminTermsPages,
    RefundPoliciesPages,
    AdminTermsApi,
    AdminOverviewPages,
    AdminBundlesPages,
    PricingPages,
    OffersPages,
    EvidenceApi,
    TodayApi,
    AdminBundlesApi,
    AdminPricesApi,
  ],
  providers: [
    ProductQueries,
    ProductPageQueries,
    ReadPreview,
    ShelfQueries,
    AdminBundleQueries,
    PricingQueries,
    ReadEvidence,
    ReadToday,
    MarketQueries,
    OpenMarkets,
    MarketDeskQueries,
    ChangeMarket,
    QuoteBasket,
    CodeQueries,
    CodeGuesses,
    CodeDeskQueries,
    CreateCode,
    TermsDeskQueries,
    SetRefundPolicy,
    SetSaleTerms,
    SetVolumeSteps,
    WithdrawCode,
    ReadOwnership,
    OfferSeats,
    CodeUses,
    ClaimTerms,
    SaleTermsQueries,
    CreateBundle,
    ComposeBundle,
    PublishBundle,
    WithdrawBundle,
    ImportBundles,
    SetListPrice,
    WithdrawListPrice,
    ScheduleOffer,
    ExtendOffer,
    CancelOffer,
    SeedDemoOffer,
    SeedDemoMarkets,
    SeedDemoTerms,
  ],
  exports: [
    ProductQueries,
    QuoteBasket,
    CodeGuesses,
    ClaimTerms,
    SaleTermsQueries,
    MarketQueries,
    ImportBundles,
    SeedDemoOffer,
    SeedDemoMarkets,
    SeedDemoTerms,
  ],
})
export class BundlesModule {}
