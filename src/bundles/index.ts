export {
  type CodeSale,
  type OfferSale,
  type ProductSale,
  type SalesDay,
  SalesFigures,
  type SalesTotal,
  type Waiting,
  WaitingForStaff,
} from './admin/figures.js';
export { bundlesChecks } from './bundles.checks.js';
export { BundlesModule } from './bundles.module.js';
export { ClaimTerms } from './claims/claim-terms.js';
export { CodeGuesses } from './codes/code-guesses.js';
export { ImportBundles } from './compose/import-bundles.js';
export { defaultMarket, type Market } from './markets/market.js';
export { useVisitorMarket } from './markets/use-visitor-market.js';
export { VisitorMarket } from './markets/visitor-market.js';
export { MarketQueries } from './markets/market.queries.js';
export { SeedDemoMarkets } from './markets/seed-demo-markets.js';
export { SeedDemoOffer } from './offers/seed-demo-offer.js';
export { PracticeNotice, type PracticeQuestion } from './practice-notice.js';
export type { PriceNow } from './prices/price-history.js';
export { RelatedCoursesModule } from './products/related-courses.js';
export type { Product } from './products/product.js';
export { type ProductName, ProductQueries } from './products/product.queries.js';
export {
  type Basket,
  basketSchema,
  type Holding,
  type NoCredit,
  type Owned,
  type Quote,
  type QuoteLine,
  quoteSchema,
  type QuoteReason,
} from './quote/quote.js';
export { Holdings } from './quote/holdings.js';
export { QuoteBasket } from './quote/quote-basket.js';
export {
  type PaymentPlan,
  paymentPlanSchema,
  type RefundPolicy,
  refundPolicySchema,
  type SaleTerms,
} from './terms/sale-terms.js';
export { SeedDemoTerms } from './terms/seed-demo-terms.js';
export { SaleTermsQueries } from './terms/sale-terms.queries.js';
