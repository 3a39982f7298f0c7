import { Module } from '@nestjs/common';
import { ProductQueries } from './product.queries.js';
import { QuoteBasket } from './quote-basket.js';

@Module({ providers: [ProductQueries, QuoteBasket], exports: [ProductQueries, QuoteBasket] })
export class BundlesModule {}
