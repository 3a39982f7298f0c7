import type { INestApplication } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type { FooterChoice, WebRequest } from '../../web/index.js';
import { defaultMarket, type Market } from './market.js';
import { OpenMarkets } from './open-markets.js';

export const marketCookie = 'market';

const cookieValue = new RegExp(`(?:^|;\\s*)${marketCookie}=([a-z]{2,20})(?:;|$)`);

export interface MarketRequest extends WebRequest {
  market?: string;
}

/** Reads on every page which market the visitor has chosen, and puts the choice at its foot. */
export function useVisitorMarket(app: INestApplication): void {
  const markets = app.get(OpenMarkets, { strict: false });
  app.use((request: Request, _response: Response, next: NextFunction): void => {
    if (/^\/(api|health|stripe)\//.test(request.path)) return next();
    markets.list().then((open) => next(choose(request as MarketRequest, open)), next);
  });
}

function choose(request: MarketRequest, open: readonly Market[]): void {
  const asked = cookieValue.exec(request.headers.cookie ?? '')?.[1];
  const market = open.find(({ name }) => name === asked) ?? open.find(({ name }) => name === defaultMarket);
  if (!market) return;
  request.market = market.name;
  if (request.method === 'GET' && open.length > 1) request.choice = choiceOf(market, open);
}

const choiceOf = (market: Market, open: readonly Market[]): FooterChoice => ({
  ...{ action: '/market', name: 'market', label: 'Prices for', chosen: market.name },
  options: open.map(({ name, label, currency }) => ({ value: name, label: `${label} (${currency})` })),
});
