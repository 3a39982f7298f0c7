import { Body, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { noBundle } from '../bundles.errors.js';
import { type BundleChange, bundleChangeSchema, type NewBundle, newBundleSchema } from '../compose/bundle.schemas.js';
import { ComposeBundle } from '../compose/compose-bundle.js';
import { CreateBundle } from '../compose/create-bundle.js';
import { PublishBundle } from '../compose/publish-bundle.js';
import { WithdrawBundle } from '../compose/withdraw-bundle.js';
import { ProductQueries } from '../products/product.queries.js';
import { slugSchema } from '../quote/quote.js';
import { adminBundleAnswer, adminBundleAnswerOf } from './answers.js';
import { marketChosen } from './form.schemas.js';
import { AdminBundleQueries } from './admin-bundle.queries.js';
import { PricingQueries } from './pricing.queries.js';

const paging = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: slugSchema.optional(),
});
const listed = z.object({
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  status: z.enum(['draft', 'published']),
  courses: z.int(),
});

@ApiController('admin/bundles', 'admin')
@Allow('admin')
export class AdminBundlesApi {
  constructor(
    private readonly products: ProductQueries,
    private readonly bundles: AdminBundleQueries,
    private readonly pricing: PricingQueries,
    private readonly createBundle: CreateBundle,
    private readonly composeBundle: ComposeBundle,
    private readonly publishBundle: PublishBundle,
    private readonly withdrawBundle: WithdrawBundle,
  ) {}

  @Get()
  @Answers(200, z.object({ items: z.array(listed), next: z.string().nullable() }), 'Newest first, drafts too')
  @Refuses('400 malformed')
  async list(@Query({ schema: paging }) { limit, after }: z.infer<typeof paging>) {
    const { cards } = await this.products.bundles();
    const from = after === undefined ? 0 : cards.findIndex((card) => card.slug === after) + 1;
    const items = cards.slice(from, from + limit).map(({ slug, title, summary, status, courseIds }) => ({
      ...{ slug, title, summary, status },
      courses: courseIds.length,
    }));
    return { items, next: from + limit < cards.length ? (items.at(-1)?.slug ?? null) : null };
  }

  @Post()
  @Answers(201, adminBundleAnswer, 'A draft')
  @Refuses('400 malformed', '422 slug_taken', '422 course_unknown', '422 course_repeated', '422 invalid_input')
  async create(@Body({ schema: newBundleSchema }) bundle: NewBundle, @CurrentViewer() viewer: Viewer) {
    const { slug } = await this.createBundle.execute(bundle, viewer.personId);
    return this.show(slug);
  }

  @Get(':slug')
  @Answers(200, adminBundleAnswer)
  @Refuses('404 not_found')
  async show(
    @Param('slug', { schema: slugSchema }) slug: string,
    @Query({ schema: marketChosen }) { market }: Partial<z.infer<typeof marketChosen>> = {},
  ): Promise<z.infer<typeof adminBundleAnswer>> {
    const [bundle, pricing] = await Promise.all([this.bundles.bySlug(slug), this.pricing.ofProduct(slug, market)]);
    if (!bundle || !pricing) throw noBundle();
    return adminBundleAnswerOf(bundle, pricing);
  }

  @Patch(':slug')
  @Answers(200, adminBundleAnswer)
  @Refuses(
    '400 malformed',
    '404 not_found',
    '409 bundle_changed',
    '422 course_unknown',
    '422 course_repeated',
    '422 bundle_not_sellable',
    '422 invalid_input',
  )
  async change(
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: bundleChangeSchema }) change: BundleChange,
    @CurrentViewer() viewer: Viewer,
  ) {
    await this.composeBundle.execute(slug, change, viewer.personId);
    return this.show(slug);
  }

  @Put(':slug/publication')
  @HttpCode(204)
  @Answers(204, undefined, 'On sale')
  @Refuses('404 not_found', '422 bundle_not_sellable')
  publish(@Param('slug', { schema: slugSchema }) slug: string, @CurrentViewer() viewer: Viewer): Promise<void> {
    return this.publishBundle.execute(slug, viewer.personId);
  }

  @Delete(':slug/publication')
  @HttpCode(204)
  @Answers(204, undefined, 'No longer on sale')
  @Refuses('404 not_found')
  withdraw(@Param('slug', { schema: slugSchema }) slug: string, @CurrentViewer() viewer: Viewer): Promise<void> {
    return this.withdrawBundle.execute(slug, viewer.personId);
  }
}
