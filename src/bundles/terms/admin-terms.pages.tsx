import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import { notFound } from '../../shared/index.js';
import {
  Allow,
  CurrentViewer,
  type FormState,
  Page,
  PageController,
  type PageContext,
  submit,
  type Viewer,
} from '../../web/index.js';
import { marketChosen } from '../admin/form.schemas.js';
import { defaultMarket } from '../markets/market.js';
import { MarketQueries } from '../markets/market.queries.js';
import { slugSchema } from '../quote/quote.js';
import { SetVolumeSteps } from '../volume/set-volume-steps.js';
import { SetSaleTerms } from './set-sale-terms.js';
import { TermsDeskQueries } from './terms-desk.queries.js';
import { termsForm, volumeForm } from './terms-forms.js';
import { ProductTermsView } from './views/product-terms.js';
import { TermsListView } from './views/terms-list.js';

interface Forms {
  terms?: FormState;
  volume?: FormState;
}

/** What buyers are promised beside the price, and what many seats cost. */
@PageController('admin/terms')
@Allow('admin')
export class AdminTermsPages {
  constructor(
    private readonly terms: TermsDeskQueries,
    private readonly markets: MarketQueries,
    private readonly setSaleTerms: SetSaleTerms,
    private readonly setVolumeSteps: SetVolumeSteps,
  ) {}

  @Get()
  list(@Page() page: PageContext): Promise<JSX.Element> {
    return this.listView(page);
  }

  @Post()
  forAll(
    @Page() page: PageContext,
    @Res({ passthrough: true }) response: Response,
    @CurrentViewer() viewer: Viewer,
    @Body() body: unknown,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: termsForm, body },
      act: async (terms) => {
        await this.setSaleTerms.execute(null, terms, viewer.personId);
        return '/admin/terms';
      },
      view: (form) => this.listView(page, form),
    });
  }

  @Get(':slug')
  show(
    @Page() page: PageContext,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Query({ schema: marketChosen }) { market }: z.infer<typeof marketChosen>,
  ): Promise<JSX.Element> {
    return this.view(page, slug, market);
  }

  @Post(':slug')
  set(
    @Page() page: PageContext,
    @Res({ passthrough: true }) response: Response,
    @CurrentViewer() viewer: Viewer,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: termsForm, body },
      act: async (terms) => {
        await this.setSaleTerms.execute(slug, terms, viewer.personId);
        return `/admin/terms/${slug}`;
      },
      view: (terms) => this.view(page, slug, defaultMarket, { terms }),
    });
  }

  @Post(':slug/volume')
  volume(
    @Page() page: PageContext,
    @Res({ passthrough: true }) response: Response,
    @CurrentViewer() viewer: Viewer,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: volumeForm, body },
      act: async (volume) => {
        await this.setVolumeSteps.execute(slug, volume, viewer.personId);
        return `/admin/terms/${slug}?market=${volume.market ?? defaultMarket}#volume`;
      },
      view: (volume) => this.view(page, slug, marketChosen.parse(volume.values).market, { volume }),
    });
  }

  private async listView(page: PageContext, form?: FormState): Promise<JSX.Element> {
    const [forAll, products, policies] = await Promise.all([
      this.terms.forAll(),
      this.terms.products(defaultMarket),
      this.terms.policies(),
    ]);
    return TermsListView({ page, forAll, products, policies, form });
  }

  private async view(page: PageContext, slug: string, market: string, forms: Forms = {}): Promise<JSX.Element> {
    const [product, forAll, policies, markets] = await Promise.all([
      this.terms.ofProduct(slug, market),
      this.terms.forAll(),
      this.terms.policies(),
      this.markets.all(),
    ]);
    const chosen = markets.find(({ name }) => name === market);
    if (!product || !chosen) throw notFound('product');
    return ProductTermsView({ page, product, forAll, policies, markets, chosen, forms });
  }
}
