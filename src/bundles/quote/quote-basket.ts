import { Injectable } from '@nestjs/common';
import type { Runner } from '../../database/index.js';
import { Clock } from '../../shared/index.js';
import * as errors from '../bundles.errors.js';
import { CodeQueries } from '../codes/code.queries.js';
import { defaultMarket } from '../markets/market.js';
import { ProductQueries } from '../products/product.queries.js';
import { checkBasket } from './basket-rules.js';
import type { Basket, Owned, Quote } from './quote.js';
import { quoteOf } from './quote-of.js';

interface QuoteContext {
  /** The database's now if not given. */
  at?: Date;
  runner?: Runner;
  /** What the buyer has: it is credited, and not sold to them again. */
  owned?: Owned;
  /** The buyer, for codes with a limit per person. */
  personId?: string;
}

/**
 * Says what a basket costs at an instant. The only place where a price is decided; nothing a client sends is a price.
 * The stacking rule: the list price; replaced by the offer or the volume price, whichever is lower; less the credit for
 * courses the buyer paid for before; less one code, on what is left.
 */
@Injectable()
export class QuoteBasket {
  constructor(
    private readonly products: ProductQueries,
    private readonly codes: CodeQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError with the field of the item it refuses, or `code`, or `market` */
  async execute(basket: Basket, context: QuoteContext = {}): Promise<Quote> {
    checkBasket(basket);
    const { runner, personId } = context;
    const at = context.at ?? (await this.clock.now(runner));
    const slugs = basket.items.map((item) => item.product);
    const name = basket.market ?? defaultMarket;
    const found = await this.products.withParts(slugs, runner, name);
    const market = found[0]?.history.market;
    if (!market) throw errors.productUnknown(0);
    if (!market.active) throw errors.noMarket();
    const code = basket.code ? await this.codes.typed(basket.code, name, personId, runner) : undefined;
    if (basket.code && !code) throw errors.codeUnknown();
    return quoteOf(basket, { found, market, at, code, owned: context.owned });
  }
}
