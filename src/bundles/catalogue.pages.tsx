import { Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { ArticleQueries } from '../courses/index.js';
import { notFound } from '../shared/index.js';
import { Allow, Page, PageController, type PageContext } from '../web/index.js';
import { VisitorMarket } from './markets/visitor-market.js';
import { PracticeNotice } from './practice-notice.js';
import { shownAt, shownOf } from './products/offering.js';
import { ProductPageQueries } from './products/product-page.queries.js';
import { ReadOwnership } from './products/read-ownership.js';
import { slugSchema } from './quote/quote.js';
import { lenientFilter } from './shelf/shelf-filter.js';
import { ShelfQueries } from './shelf/shelf.queries.js';
import { BundlePageView } from './views/bundle-page.js';
import { CatalogueView } from './views/catalogue.js';
import { CoursePageView } from './views/course-page.js';
import { HomeView } from './views/home.js';

/** What a visitor asks about themselves; anything else is no question. */
const asker = z.object({
  profession: z.string().max(40).optional().catch(undefined),
  jurisdiction: z.string().max(10).optional().catch(undefined),
});

/** So many stand on a page, and on the first one of all. */
const atOnce = 24;
const atHome = 13;

/** The shop window. */
@PageController()
@Allow('anyone')
export class CataloguePages {
  constructor(
    private readonly shelf: ShelfQueries,
    private readonly pages: ProductPageQueries,
    private readonly articles: ArticleQueries,
    private readonly ownership: ReadOwnership,
    private readonly practice: PracticeNotice,
  ) {}

  @Get()
  async home(@Page() page: PageContext, @VisitorMarket() market: string): Promise<JSX.Element> {
    const [{ at, cards, all }, [article]] = await Promise.all([
      this.shelf.page({}, { market, limit: atHome }),
      this.articles.list(1),
    ]);
    return HomeView({ page, offerings: at ? shownAt(cards, at, all) : [], article });
  }

  @Get('catalogue')
  async catalogue(
    @Page() page: PageContext,
    @Query({ schema: lenientFilter }) { page: at, ...filter }: z.infer<typeof lenientFilter>,
    @VisitorMarket() market: string,
  ): Promise<JSX.Element> {
    const [found, counts] = await Promise.all([
      this.shelf.page(filter, { market, limit: atOnce, offset: (at - 1) * atOnce }),
      this.shelf.counts(filter, market),
    ]);
    const offerings = found.at ? shownAt(found.cards, found.at, found.all) : [];
    return CatalogueView({ page, offerings, filter, counts, at, hasNext: found.next !== null });
  }

  @Get('bundles/:slug')
  async bundle(
    @Page() page: PageContext,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Query({ schema: asker }) asked: z.infer<typeof asker>,
    @VisitorMarket() market: string,
  ): Promise<JSX.Element> {
    const found = await this.pages.bySlug('bundle', slug, market);
    const bundle = found && shownOf(found.product, found.related, found.at);
    if (!found || bundle?.status !== 'published') throw notFound();
    const [ownership, practice] = await Promise.all([
      this.ownership.execute(bundle, found.related, page.viewer),
      this.practice.section({ product: slug, ...asked }),
    ]);
    return BundlePageView({ page, bundle, parts: found.related, at: found.at, ownership, practice });
  }

  @Get('courses/:slug')
  async course(
    @Page() page: PageContext,
    @Param('slug', { schema: slugSchema }) slug: string,
    @VisitorMarket() market: string,
  ): Promise<JSX.Element> {
    const found = await this.pages.bySlug('course', slug, market);
    const course = found && shownOf(found.product, [], found.at);
    if (!found || !course?.taught || course.status !== 'published') throw notFound();
    const ownership = await this.ownership.execute(course, [], page.viewer);
    return CoursePageView({ page, course, taught: course.taught, bundles: found.related, at: found.at, ownership });
  }
}
