import { Body, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { Config } from '../../shared/index.js';
import { safeNextPath } from '../../users/index.js';
import { Allow, PageController, seeOther } from '../../web/index.js';
import { noMarket } from '../bundles.errors.js';
import { marketName } from './market.schemas.js';
import { OpenMarkets } from './open-markets.js';
import { marketCookie } from './use-visitor-market.js';

const chosen = z.object({ market: marketName, next: z.string().max(1000).optional() });
const oneYear = 365 * 86_400_000;

/** Where a visitor says in which market they look at prices. */
@PageController('market')
@Allow('anyone')
export class MarketPages {
  constructor(
    private readonly markets: OpenMarkets,
    private readonly config: Config,
  ) {}

  @Post()
  async choose(
    @Body({ schema: chosen }) { market, next }: z.infer<typeof chosen>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const open = await this.markets.list();
    if (!open.some(({ name }) => name === market)) throw noMarket();
    const { isSecure } = this.config;
    response.cookie(marketCookie, market, { maxAge: oneYear, httpOnly: true, sameSite: 'lax', secure: isSecure });
    return seeOther(response, safeNextPath(next) ?? '/');
  }
}
