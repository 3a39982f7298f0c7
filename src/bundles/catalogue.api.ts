import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { notFound } from '../shared/index.js';
import { ClientIp } from '../users/index.js';
import { Allow, Answers, ApiController, OptionalViewer, Refuses, type Viewer } from '../web/index.js';
import {
  bundleAnswer,
  bundleAnswerOf,
  catalogueItem,
  catalogueItemOf,
  courseAnswer,
  courseAnswerOf,
  yoursOf,
} from './products/answers.js';
import { noMarket } from './bundles.errors.js';
import { marketQuery } from './markets/market.schemas.js';
import { offeringOf, offeringsOf } from './products/offering.js';
import type { Product } from './products/product.js';
import { ProductPageQueries } from './products/product-page.queries.js';
import { ReadOwnership } from './products/read-ownership.js';
import { Holdings } from './quote/holdings.js';
import { CodeGuesses } from './codes/code-guesses.js';
import { shelfFilter } from './shelf/shelf-filter.js';
import { ShelfQueries } from './shelf/shelf.queries.js';
import { type Basket, basketSchema, type Quote, quoteSchema, slugSchema } from './quote/quote.js';
import { QuoteBasket } from './quote/quote-basket.js';

const paging = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(100),
  after: slugSchema.optional(),
  ...shelfFilter,
  ...marketQuery,
});
const place = z.strictObject(marketQuery);
type Place = z.infer<typeof place>;

/** What is sold and what it costs, for anyone. */
@ApiController('', 'catalogue')
@Allow('anyone')
export class CatalogueApi {
  constructor(
    private readonly shelf: ShelfQueries,
    private readonly pages: ProductPageQueries,
    private readonly quotes: QuoteBasket,
    private readonly holdings: Holdings,
    private readonly ownership: ReadOwnership,
    private readonly guesses: CodeGuesses,
  ) {}

  @Get('catalogue')
  @Answers(200, z.object({ items: z.array(catalogueItem), next: z.string().nullable() }), 'Bundles, then courses')
  @Refuses('400 malformed', '422 market_unknown')
  async catalogue(@Query({ schema: paging }) { limit, after, market, ...filter }: z.infer<typeof paging>) {
    const { at, cards, all, next } = await this.shelf.page(filter, { market, limit, ...(after && { after }) });
    refuseClosed(cards[0]);
    return { items: at ? offeringsOf(cards, at, all).map(catalogueItemOf) : [], next };
  }

  @Get('courses/:slug')
  @Answers(200, courseAnswer)
  @Refuses('400 malformed', '404 not_found', '422 market_unknown')
  async course(
    @Param('slug', { schema: slugSchema }) slug: string,
    @Query({ schema: place }) { market }: Place,
    @OptionalViewer() viewer: Viewer | null,
  ): Promise<z.infer<typeof courseAnswer>> {
    const found = await this.pages.bySlug('course', slug, market);
    refuseClosed(found?.product);
    const offering = found && offeringOf(found.product, [], found.at);
    if (!found || !offering?.taught || offering.status !== 'published') throw notFound('course');
    const ownership = await this.ownership.execute(offering, [], viewer);
    return { ...courseAnswerOf(offering, offering.taught, found.related), ...yoursOf(ownership) };
  }

  @Get('bundles/:slug')
  @Answers(200, bundleAnswer)
  @Refuses('400 malformed', '404 not_found', '422 market_unknown')
  async bundle(
    @Param('slug', { schema: slugSchema }) slug: string,
    @Query({ schema: place }) { market }: Place,
    @OptionalViewer() viewer: Viewer | null,
  ): Promise<z.infer<typeof bundleAnswer>> {
    const found = await this.pages.bySlug('bundle', slug, market);
    refuseClosed(found?.product);
    const offering = found && offeringOf(found.product, found.related, found.at);
    if (offering?.status !== 'published') throw notFound('bundle');
    const ownership = await this.ownership.execute(offering, found!.related, viewer);
    return { ...bundleAnswerOf(offering), ...yoursOf(ownership) };
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
    '409 already_owned',
    '422 market_unknown',
    '422 quantity_not_allowed',
    '422 code_unknown',
    '422 code_not_yet',
    '422 code_ended',
    '422 code_used_up',
    '422 code_not_here',
    '422 code_without_effect',
    '429 too_many_tries',
  )
  async quote(
    @Body({ schema: basketSchema }) basket: Basket,
    @OptionalViewer() viewer: Viewer | null,
    @ClientIp() ip: string,
  ): Promise<Quote> {
    const owned = viewer ? await this.holdings.of(viewer.personId) : undefined;
    return this.guesses.guard(ip, basket.code, () =>
      this.quotes.execute(basket, { owned, personId: viewer?.personId }),
    );
  }
}

/** @throws market_unknown where nothing can be bought now */
function refuseClosed(product: Product | undefined): void {
  if (product && !product.history.market.active) throw noMarket();
}
