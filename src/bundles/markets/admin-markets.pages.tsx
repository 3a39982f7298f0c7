import { Body, Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
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
import { ChangeMarket } from './change-market.js';
import { marketForm, marketName } from './market.schemas.js';
import { type DeskMarket, MarketDeskQueries } from './market-desk.queries.js';
import { EditMarketView } from './views/edit-market.js';
import { MarketListView } from './views/market-list.js';

/** Where things are sold, and by which rules. */
@PageController('admin/markets')
@Allow('admin')
export class AdminMarketsPages {
  constructor(
    private readonly markets: MarketDeskQueries,
    private readonly changeMarket: ChangeMarket,
  ) {}

  @Get()
  async list(@Page() page: PageContext): Promise<JSX.Element> {
    return MarketListView({ page, markets: await this.markets.all() });
  }

  @Get(':name')
  edit(@Page() page: PageContext, @Param('name', { schema: marketName }) name: string): Promise<JSX.Element> {
    return this.view(page, name);
  }

  @Post(':name')
  change(
    @Page() page: PageContext,
    @Res({ passthrough: true }) response: Response,
    @CurrentViewer() viewer: Viewer,
    @Param('name', { schema: marketName }) name: string,
    @Body() body: unknown,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: marketForm, body },
      act: async (change) => {
        await this.changeMarket.execute(name, change, viewer.personId);
        return `/admin/markets/${name}`;
      },
      view: (form) => this.view(page, name, form),
    });
  }

  private async view(page: PageContext, name: string, form?: FormState): Promise<JSX.Element> {
    const [market, changes] = await Promise.all([this.markets.byName(name), this.markets.changesOf(name)]);
    if (!market) throw notFound('market');
    return EditMarketView({ page, market, changes, form: form ?? emptyForm(valuesOf(market)) });
  }
}

const valuesOf = (market: DeskMarket): FormState['values'] => ({
  tax: market.tax,
  priorPriceDays: String(market.priorPriceDays),
  coolingOffDays: String(market.coolingOffDays),
  ...(market.showPriorPrice && { showPriorPrice: 'yes' }),
  ...(market.active && { active: 'yes' }),
});
