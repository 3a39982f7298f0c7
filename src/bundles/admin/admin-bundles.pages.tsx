import { Body, Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import {
  Allow,
  CurrentViewer,
  emptyForm,
  Page,
  PageController,
  type PageContext,
  submit,
  type Viewer,
} from '../../web/index.js';
import { noBundle } from '../bundles.errors.js';
import { ComposeBundle } from '../compose/compose-bundle.js';
import { CreateBundle } from '../compose/create-bundle.js';
import { PublishBundle } from '../compose/publish-bundle.js';
import { WithdrawBundle } from '../compose/withdraw-bundle.js';
import { SetListPrice } from '../offers/set-list-price.js';
import { ProductQueries } from '../products/product.queries.js';
import { slugSchema } from '../quote/quote.js';
import { AdminBundleQueries } from './admin-bundle.queries.js';
import { arrange } from './arrange.js';
import { bundleTextForm, courseMoveForm, newBundleForm, publicationForm } from './form.schemas.js';
import { PricingQueries } from './pricing.queries.js';
import { type EditForms, EditBundleView } from './views/edit-bundle.js';
import { NewBundleView } from './views/new-bundle.js';

/** Composing a bundle by forms. */
@PageController('admin')
@Allow('admin')
export class AdminBundlesPages {
  constructor(
    private readonly products: ProductQueries,
    private readonly bundles: AdminBundleQueries,
    private readonly pricing: PricingQueries,
    private readonly createBundle: CreateBundle,
    private readonly composeBundle: ComposeBundle,
    private readonly publishBundle: PublishBundle,
    private readonly withdrawBundle: WithdrawBundle,
    private readonly setListPrice: SetListPrice,
  ) {}

  @Get('bundles/new')
  async blank(@Page() page: PageContext): Promise<JSX.Element> {
    return NewBundleView({ page, form: emptyForm(), courses: await this.products.courses() });
  }

  @Post('bundles')
  create(
    @Page() page: PageContext,
    @Res({ passthrough: true }) response: Response,
    @CurrentViewer() viewer: Viewer,
    @Body() body: unknown,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: newBundleForm, body },
      act: async ({ listPrice, ...bundle }) => {
        const { slug } = await this.createBundle.execute(bundle, viewer.personId);
        const first = { zone: 'UTC', reason: 'First list price' };
        if (listPrice) await this.setListPrice.execute(slug, { price: listPrice, ...first }, viewer.personId);
        return `/admin/bundles/${slug}`;
      },
      view: async (form) => NewBundleView({ page, form, courses: await this.products.courses() }),
    });
  }

  @Get('bundles/:slug')
  async edit(@Page() page: PageContext, @Param('slug', { schema: slugSchema }) slug: string): Promise<JSX.Element> {
    return this.view(page, slug);
  }

  @Post('bundles/:slug')
  async compose(
    @Page() page: PageContext,
    @Res({ passthrough: true }) response: Response,
    @CurrentViewer() viewer: Viewer,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: bundleTextForm, body },
      act: async (change) => {
        await this.composeBundle.execute(slug, change, viewer.personId);
        return `/admin/bundles/${slug}`;
      },
      view: (text) => this.view(page, slug, { text }),
    });
  }

  @Post('bundles/:slug/courses')
  async arrange(
    @Page() page: PageContext,
    @Res({ passthrough: true }) response: Response,
    @CurrentViewer() viewer: Viewer,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: courseMoveForm, body },
      act: async ({ version, move, course }) => {
        const { courses } = await this.find(slug);
        const moved = arrange(
          courses.map((each) => each.slug),
          move,
          course,
        );
        await this.composeBundle.execute(slug, { version, courses: moved }, viewer.personId);
        return `/admin/bundles/${slug}#courses`;
      },
      view: (courses) => this.view(page, slug, { courses }),
    });
  }

  @Post('bundles/:slug/publication')
  async publication(
    @Page() page: PageContext,
    @Res({ passthrough: true }) response: Response,
    @CurrentViewer() viewer: Viewer,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: publicationForm, body },
      act: async ({ act }) => {
        await (act === 'publish' ? this.publishBundle : this.withdrawBundle).execute(slug, viewer.personId);
        return `/admin/bundles/${slug}`;
      },
      view: (publication) => this.view(page, slug, { publication }),
    });
  }

  private async view(page: PageContext, slug: string, forms?: EditForms): Promise<JSX.Element> {
    const [bundle, pricing] = await Promise.all([this.find(slug), this.pricing.ofProduct(slug)]);
    return EditBundleView({ page, bundle, pricing: pricing!, forms });
  }

  private async find(slug: string) {
    const bundle = await this.bundles.bySlug(slug);
    if (!bundle) throw noBundle();
    return bundle;
  }
}
