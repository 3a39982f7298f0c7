import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { defaultMarket } from './market.js';
import type { MarketRequest } from './use-visitor-market.js';

/** The name of the market in which a visitor looks at prices. */
export const VisitorMarket = createParamDecorator(
  (_: unknown, context: ExecutionContext): string =>
    context.switchToHttp().getRequest<MarketRequest>().market ?? defaultMarket,
);
