export { BundlesModule } from './bundles.module.js';
export type { PriceNow } from './price-history.js';
export type { Product } from './product.js';
export { ProductQueries } from './product.queries.js';
export { type Basket, basketSchema, type Quote, type QuoteLine, quoteSchema, type QuoteReason } from './quote.js';
export { QuoteBasket } from './quote-basket.js';
