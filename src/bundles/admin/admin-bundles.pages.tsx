import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
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
import { ProductPageQueries } from '../products/product-page.queries.js';
import { ProductQueries } from '../products/product.queries.js';
import { slugSchema } from '../quote/quote.js';
import { AdminBundleQueries } from './admin-bundle.queries.js';
import { arrange } from './arrange.js';
import { bundleTextForm, courseMoveForm, newBundleForm, previewQuery, publicationForm } from './form.schemas.js';
import { BundleListView } from './views/bundle-list.js';
import { EditBundleView } from './views/edit-bundle.js';
import { NewBundleView } from './views/new-bundle.js';
import { PreviewView } from './views/preview.js';
import { TodayView } from './views/today.js';

/** The back office of what is sold. */
@PageController('admin')
@Allow('admin')
export class AdminBundlesPages {
  constructor(
    private readonly products: ProductQueries,
    private readonly pages: ProductPageQueries,
    private readonly bundles: AdminBundleQueries,
    private readonly createBundle: CreateBundle,
    private readonly composeBundle: ComposeBundle,
    private readonly publishBundle: PublishBundle,
    private readonly withdrawBundle: WithdrawBundle,
    private readonly setListPrice: SetListPrice,
  ) {}

  @Get()
  async today(@Page() page: PageContext): Promise<JSX.Element> {
    return TodayView({ page, ...(await this.products.all()) });
  }

  @Get('bundles')
  async list(@Page() page: PageContext): Promise<JSX.Element> {
    return BundleListView({ page, ...(await this.products.bundles()) });
  }

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
    return EditBundleView({ page, bundle: await this.find(slug) });
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
      view: async (text) => EditBundleView({ page, bundle: await this.find(slug), forms: { text } }),
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
      view: async (courses) => EditBundleView({ page, bundle: await this.find(slug), forms: { courses } }),
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
      view: async (publication) => EditBundleView({ page, bundle: await this.find(slug), forms: { publication } }),
    });
  }

  @Get('bundles/:slug/preview')
  async preview(
    @Page() page: PageContext,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Query({ schema: previewQuery }) query: z.infer<typeof previewQuery>,
  ): Promise<JSX.Element> {
    const found = await this.pages.bySlug('bundle', slug);
    if (!found) throw noBundle();
    return PreviewView({ page, found, query });
  }

  private async find(slug: string) {
    const bundle = await this.bundles.bySlug(slug);
    if (!bundle) throw noBundle();
    return bundle;
  }
}
