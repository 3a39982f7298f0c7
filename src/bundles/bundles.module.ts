import { Module } from '@nestjs/common';
import { ProductQueries } from './products/product.queries.js';
import { QuoteBasket } from './quote/quote-basket.js';

@Module({ providers: [ProductQueries, QuoteBasket], exports: [ProductQueries, QuoteBasket] })
export class BundlesModule {}
