import { Body, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import {
  Allow,
  CurrentViewer,
  Page,
  PageController,
  type PageContext,
  seeOther,
  submit,
  type Viewer,
} from '../../web/index.js';
import { noBundle } from '../bundles.errors.js';
import { CancelOffer } from '../offers/cancel-offer.js';
import { ScheduleOffer } from '../offers/schedule-offer.js';
import { SetListPrice } from '../offers/set-list-price.js';
import { slugSchema } from '../quote/quote.js';
import { AdminBundleQueries } from './admin-bundle.queries.js';
import { listPriceForm, offerForm } from './form.schemas.js';
import { EditBundleView, type EditForms } from './views/edit-bundle.js';

/** Prices and offers of a bundle, from its page in the back office. */
@PageController('admin')
@Allow('admin')
export class AdminPricesPages {
  constructor(
    private readonly bundles: AdminBundleQueries,
    private readonly setListPrice: SetListPrice,
    private readonly scheduleOffer: ScheduleOffer,
    private readonly cancelOffer: CancelOffer,
  ) {}

  @Post('bundles/:slug/prices')
  price(
    @Page() page: PageContext,
    @Res({ passthrough: true }) response: Response,
    @CurrentViewer() viewer: Viewer,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: listPriceForm, body },
      act: async (price) => {
        await this.setListPrice.execute(slug, price, viewer.personId);
        return `/admin/bundles/${slug}#prices`;
      },
      view: (price) => this.view(page, slug, { price }),
    });
  }

  @Post('bundles/:slug/offers')
  offer(
    @Page() page: PageContext,
    @Res({ passthrough: true }) response: Response,
    @CurrentViewer() viewer: Viewer,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: offerForm, body },
      act: async (offer) => {
        await this.scheduleOffer.execute(slug, offer, viewer.personId);
        return `/admin/bundles/${slug}#offers`;
      },
      view: (offer) => this.view(page, slug, { offer }),
    });
  }

  @Post('offers/:id/cancel')
  async cancel(
    @Res({ passthrough: true }) response: Response,
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<string> {
    const { product } = await this.cancelOffer.execute(id, viewer.personId);
    return seeOther(response, `/admin/bundles/${product}#offers`);
  }

  private async view(page: PageContext, slug: string, forms: EditForms): Promise<JSX.Element> {
    const bundle = await this.bundles.bySlug(slug);
    if (!bundle) throw noBundle();
    return EditBundleView({ page, bundle, forms });
  }
}
