import { Get } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, ApiController } from '../../web/index.js';
import type { Market } from './market.js';
import { OpenMarkets } from './open-markets.js';

const marketAnswer = z.object({
  name: z.string().describe('For `?market=` and the basket'),
  label: z.string(),
  currency: z.string(),
  tax: z
    .enum(['none', 'included', 'added'])
    .describe('Whether tax is in the prices, comes on top, or is not collected'),
  countries: z.array(z.string()),
});

/** Where something can be bought. */
@ApiController('markets', 'catalogue')
@Allow('anyone')
export class MarketsApi {
  constructor(private readonly markets: OpenMarkets) {}

  @Get()
  @Answers(200, z.object({ items: z.array(marketAnswer) }))
  async list(): Promise<{ items: z.infer<typeof marketAnswer>[] }> {
    return { items: (await this.markets.list()).map(answerOf) };
  }
}

const answerOf = ({ name, label, currency, tax, countries }: Market) => ({ name, label, currency, tax, countries });
