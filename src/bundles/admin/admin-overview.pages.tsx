import { Get, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, Page, PageController, type PageContext } from '../../web/index.js';
import { noBundle } from '../bundles.errors.js';
import { MarketQueries } from '../markets/market.queries.js';
import { ProductPageQueries } from '../products/product-page.queries.js';
import { ProductQueries } from '../products/product.queries.js';
import { slugSchema } from '../quote/quote.js';
import { previewQuery, todayQuery } from './form.schemas.js';
import { ReadToday } from './read-today.js';
import { BundleListView } from './views/bundle-list.js';
import { PreviewView } from './views/preview.js';
import { TodayView } from './views/today.js';

/** What is sold now, what comes next, and how it will look. */
@PageController('admin')
@Allow('admin')
export class AdminOverviewPages {
  constructor(
    private readonly products: ProductQueries,
    private readonly reading: ReadToday,
    private readonly markets: MarketQueries,
    private readonly pages: ProductPageQueries,
  ) {}

  @Get()
  async today(
    @Page() page: PageContext,
    @Query({ schema: todayQuery }) { currency }: z.infer<typeof todayQuery>,
  ): Promise<JSX.Element> {
    return TodayView({ page, today: await this.reading.execute(), currency });
  }

  @Get('bundles')
  async list(@Page() page: PageContext): Promise<JSX.Element> {
    return BundleListView({ page, ...(await this.products.bundles()) });
  }

  @Get('bundles/:slug/preview')
  async preview(
    @Page() page: PageContext,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Query({ schema: previewQuery }) query: z.infer<typeof previewQuery>,
  ): Promise<JSX.Element> {
    const [found, markets] = await Promise.all([this.pages.bySlug('bundle', slug, query.market), this.markets.all()]);
    if (!found) throw noBundle();
    return PreviewView({ page, found, markets, query });
  }
}
