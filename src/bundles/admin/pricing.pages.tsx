import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { notFound } from '../../shared/index.js';
import {
  Allow,
  CurrentViewer,
  emptyForm,
  type FormState,
  Page,
  PageController,
  type PageContext,
  submit,
  type Viewer,
} from '../../web/index.js';
import { MarketQueries } from '../markets/market.queries.js';
import { typedCurrency } from '../offers/typed-price.js';
import { ScheduleOffer } from '../offers/schedule-offer.js';
import { priceWithdrawalSchema } from '../offers/price.schemas.js';
import { SetListPrice } from '../offers/set-list-price.js';
import { WithdrawListPrice } from '../offers/withdraw-list-price.js';
import { slugSchema } from '../quote/quote.js';
import { listPriceForm, marketChosen, offerForm } from './form.schemas.js';
import { PricingQueries } from './pricing.queries.js';
import { type PricingForms, PricingPageView } from './views/pricing-page.js';
import { WithdrawPriceView } from './views/withdraw-price.js';

type MarketChosen = z.infer<typeof marketChosen>;

/** Prices and offers of one course or bundle, by forms. */
@PageController('admin/prices')
@Allow('admin')
export class PricingPages {
  constructor(
    private readonly pricing: PricingQueries,
    private readonly markets: MarketQueries,
    private readonly setListPrice: SetListPrice,
    private readonly scheduleOffer: ScheduleOffer,
    private readonly withdrawListPrice: WithdrawListPrice,
  ) {}

  @Get(':slug')
  show(
    @Page() page: PageContext,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Query({ schema: marketChosen }) chosen: MarketChosen,
  ): Promise<JSX.Element> {
    return this.view(page, slug, chosen);
  }

  @Post(':slug')
  price(
    @Page() page: PageContext,
    @Res({ passthrough: true }) response: Response,
    @CurrentViewer() viewer: Viewer,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: listPriceForm(typedCurrency(body)), body },
      act: async (price) => {
        await this.setListPrice.execute(slug, price, viewer.personId);
        return `/admin/prices/${slug}${inMarket(price.market)}#prices`;
      },
      view: (price) => this.view(page, slug, marketChosen.parse(price.values), { price }),
    });
  }

  @Post(':slug/offers')
  offer(
    @Page() page: PageContext,
    @Res({ passthrough: true }) response: Response,
    @CurrentViewer() viewer: Viewer,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: offerForm(typedCurrency(body)), body },
      act: async (offer) => {
        await this.scheduleOffer.execute(slug, offer, viewer.personId);
        return `/admin/prices/${slug}${inMarket(offer.market)}#offers`;
      },
      view: (offer) => this.view(page, slug, marketChosen.parse(offer.values), { offer }),
    });
  }

  @Get(':id/withdrawal')
  async askWithdrawal(@Page() page: PageContext, @Param('id', { schema: z.uuid() }) id: string): Promise<JSX.Element> {
    return this.withdrawal(page, id, emptyForm());
  }

  @Post(':id/withdrawal')
  withdraw(
    @Page() page: PageContext,
    @Res({ passthrough: true }) response: Response,
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body() body: unknown,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: priceWithdrawalSchema, body },
      act: async (withdrawal) => {
        const { product } = await this.withdrawListPrice.execute(id, withdrawal, viewer.personId);
        return `/admin/prices/${product}#prices`;
      },
      view: (form) => this.withdrawal(page, id, form),
    });
  }

  private async withdrawal(page: PageContext, id: string, form: FormState): Promise<JSX.Element> {
    const product = await this.pricing.ofPrice(id);
    const price = product?.prices.find((each) => each.id === id);
    if (!product || !price) throw notFound('list price');
    return WithdrawPriceView({ page, product, price, form });
  }

  private async view(
    page: PageContext,
    slug: string,
    { market }: MarketChosen,
    forms?: PricingForms,
  ): Promise<JSX.Element> {
    const [pricing, markets] = await Promise.all([this.pricing.ofProduct(slug, market), this.markets.all()]);
    if (!pricing) throw notFound('product');
    return PricingPageView({ page, pricing, markets, forms });
  }
}

const inMarket = (market: string | undefined) => (market ? `?market=${market}` : '');
