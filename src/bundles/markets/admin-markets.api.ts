import { Body, Get, Param, Patch } from '@nestjs/common';
import { z } from 'zod';
import { notFound } from '../../shared/index.js';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { ChangeMarket } from './change-market.js';
import { type MarketChange, marketChangeSchema, marketName, taxDisplay } from './market.schemas.js';
import { MarketDeskQueries } from './market-desk.queries.js';

const deskMarket = z.object({
  ...{ name: z.string(), label: z.string(), currency: z.string(), tax: taxDisplay, countries: z.array(z.string()) },
  ...{ showPriorPrice: z.boolean(), priorPriceDays: z.int(), coolingOffDays: z.int(), active: z.boolean() },
  version: z.int().describe('Send it with a change'),
  priced: z.int().describe('Published products with a list price there now'),
});

@ApiController('admin/markets', 'admin')
@Allow('admin')
export class AdminMarketsApi {
  constructor(
    private readonly markets: MarketDeskQueries,
    private readonly changeMarket: ChangeMarket,
  ) {}

  @Get()
  @Answers(200, z.object({ items: z.array(deskMarket) }), 'Closed ones too')
  async list(): Promise<{ items: z.infer<typeof deskMarket>[] }> {
    return { items: await this.markets.all() };
  }

  @Patch(':name')
  @Answers(200, deskMarket)
  @Refuses('400 malformed', '404 not_found', '409 market_changed', '422 market_default_open')
  async change(
    @Param('name', { schema: marketName }) name: string,
    @Body({ schema: marketChangeSchema }) change: MarketChange,
    @CurrentViewer() viewer: Viewer,
  ): Promise<z.infer<typeof deskMarket>> {
    await this.changeMarket.execute(name, change, viewer.personId);
    const market = await this.markets.byName(name);
    if (!market) throw notFound('market');
    return market;
  }
}
