import { Body, Get, Header, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import {
  Allow,
  CurrentViewer,
  emptyForm,
  type FormState,
  Page,
  PageController,
  type PageContext,
  seeOther,
  submit,
  type Viewer,
} from '../../web/index.js';
import { MarketQueries } from '../markets/market.queries.js';
import { CancelOffer } from '../offers/cancel-offer.js';
import { ExtendOffer } from '../offers/extend-offer.js';
import { extensionSchema } from '../offers/price.schemas.js';
import { ProductQueries } from '../products/product.queries.js';
import { marketChosen } from './form.schemas.js';
import { pricesCsv } from './prices-csv.js';
import { PricingQueries } from './pricing.queries.js';
import { ReadEvidence } from './read-evidence.js';
import { EvidenceView } from './views/evidence.js';
import { OffersOverviewView } from './views/offers-overview.js';

const idSchema = z.uuid();

/** All offers on one page; each one with the evidence that it is what it says. */
@PageController('admin/offers')
@Allow('admin')
export class OffersPages {
  constructor(
    private readonly pricing: PricingQueries,
    private readonly products: ProductQueries,
    private readonly markets: MarketQueries,
    private readonly evidence: ReadEvidence,
    private readonly extendOffer: ExtendOffer,
    private readonly cancelOffer: CancelOffer,
  ) {}

  @Get()
  async overview(
    @Page() page: PageContext,
    @Query({ schema: marketChosen }) { market }: z.infer<typeof marketChosen>,
  ): Promise<JSX.Element> {
    const [products, { cards }, markets] = await Promise.all([
      this.pricing.all(market),
      this.products.all(market),
      this.markets.all(),
    ]);
    return OffersOverviewView({ page, products, cards, markets });
  }

  @Get(':id')
  @Allow('admin', 'accountant')
  show(@Page() page: PageContext, @Param('id', { schema: idSchema }) id: string): Promise<JSX.Element> {
    return this.view(page, id, emptyForm({ zone: 'UTC' }));
  }

  @Get(':id/prices.csv')
  @Allow('admin', 'accountant')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  async prices(
    @Param('id', { schema: idSchema }) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const { product } = await this.evidence.execute(id);
    response.setHeader('Content-Disposition', `attachment; filename="prices-${product.slug}.csv"`);
    return pricesCsv(product);
  }

  @Post(':id/extension')
  extend(
    @Page() page: PageContext,
    @Res({ passthrough: true }) response: Response,
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: idSchema }) id: string,
    @Body() body: unknown,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: extensionSchema, body },
      act: async (extension) => {
        await this.extendOffer.execute(id, extension, viewer.personId);
        return `/admin/offers/${id}`;
      },
      view: (form) => this.view(page, id, form),
    });
  }

  @Post(':id/cancel')
  async cancel(
    @Res({ passthrough: true }) response: Response,
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<string> {
    const { product } = await this.cancelOffer.execute(id, viewer.personId);
    return seeOther(response, `/admin/prices/${product}#offers`);
  }

  private async view(page: PageContext, id: string, form: FormState): Promise<JSX.Element> {
    return EvidenceView({ page, form, evidence: await this.evidence.execute(id) });
  }
}
