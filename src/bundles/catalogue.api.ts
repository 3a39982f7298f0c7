import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { notFound } from '../shared/index.js';
import { Allow, Answers, ApiController, Refuses } from '../web/index.js';
import {
  bundleAnswer,
  bundleAnswerOf,
  catalogueItem,
  catalogueItemOf,
  courseAnswer,
  courseAnswerOf,
} from './products/answers.js';
import { offeringOf, offeringsOf } from './products/offering.js';
import { ProductPageQueries } from './products/product-page.queries.js';
import { ProductQueries } from './products/product.queries.js';
import { type Basket, basketSchema, type Quote, quoteSchema, slugSchema } from './quote/quote.js';
import { QuoteBasket } from './quote/quote-basket.js';

const paging = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(100),
  after: slugSchema.optional(),
});

/** What is sold and what it costs, for anyone. */
@ApiController('', 'catalogue')
@Allow('anyone')
export class CatalogueApi {
  constructor(
    private readonly products: ProductQueries,
    private readonly pages: ProductPageQueries,
    private readonly quotes: QuoteBasket,
  ) {}

  @Get('catalogue')
  @Answers(200, z.object({ items: z.array(catalogueItem), next: z.string().nullable() }), 'Bundles, then courses')
  @Refuses('400 malformed')
  async catalogue(@Query({ schema: paging }) { limit, after }: z.infer<typeof paging>) {
    const { at, cards } = await this.products.published();
    const all = at ? offeringsOf(cards, at) : [];
    const from = after === undefined ? 0 : all.findIndex((offering) => offering.slug === after) + 1;
    const items = all.slice(from, from + limit);
    const next = from + limit < all.length ? (items.at(-1)?.slug ?? null) : null;
    return { items: items.map(catalogueItemOf), next };
  }

  @Get('courses/:slug')
  @Answers(200, courseAnswer)
  @Refuses('400 malformed', '404 not_found')
  async course(@Param('slug', { schema: slugSchema }) slug: string): Promise<z.infer<typeof courseAnswer>> {
    const found = await this.pages.bySlug('course', slug);
    const offering = found && offeringOf(found.product, [], found.at);
    if (!found || !offering?.taught || offering.status !== 'published') throw notFound('course');
    return courseAnswerOf(offering, offering.taught, found.related);
  }

  @Get('bundles/:slug')
  @Answers(200, bundleAnswer)
  @Refuses('400 malformed', '404 not_found')
  async bundle(@Param('slug', { schema: slugSchema }) slug: string): Promise<z.infer<typeof bundleAnswer>> {
    const found = await this.pages.bySlug('bundle', slug);
    const offering = found && offeringOf(found.product, found.related, found.at);
    if (offering?.status !== 'published') throw notFound('bundle');
    return bundleAnswerOf(offering);
  }

  @Post('quotes')
  @HttpCode(200)
  @Answers(200, quoteSchema, 'The price of the basket at this instant, with a reason for every amount')
  @Refuses(
    '400 malformed',
    '422 basket_empty',
    '422 basket_too_large',
    '422 product_unknown',
    '422 product_without_price',
    '422 product_repeated',
    '422 course_in_bundle',
    '422 code_unknown',
  )
  quote(@Body({ schema: basketSchema }) basket: Basket): Promise<Quote> {
    return this.quotes.execute(basket);
  }
}
