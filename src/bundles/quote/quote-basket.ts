import { Injectable } from '@nestjs/common';
import type { Runner } from '../../database/index.js';
import { add, Clock, type Money } from '../../shared/index.js';
import * as errors from '../bundles.errors.js';
import type { Code } from '../codes/code.js';
import { codeLabel, withCode } from '../codes/code-discount.js';
import { CodeQueries } from '../codes/code.queries.js';
import { refuseUnlessOpen } from '../codes/code-refusal.js';
import { defaultMarket, type Market } from '../markets/market.js';
import type { Product } from '../products/product.js';
import { ProductQueries } from '../products/product.queries.js';
import { type BasePrice, basePrice } from './base-price.js';
import { checkBasket, refuseCourseTwice, refuseOwned } from './basket-rules.js';
import type { Basket, Owned, Quote } from './quote.js';
import { amountOf, type LineDraft } from './quote-line.js';
import { stackingNote } from './stacking-note.js';
import { creditNotes, withCredit } from './upgrade-credit.js';

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

interface Known {
  found: readonly Product[];
  market: Market;
  at: Date;
  code: Code | undefined;
  owned: Owned | undefined;
}

/** The stacking rule over everything that is known: the same knowledge gives the same quote. */
function quoteOf(basket: Basket, { found, market, at, code, owned }: Known): Quote {
  const based = linesOf(basket, found, at);
  const lines = based.map(({ line }) => line);
  refuseCourseTwice(lines);
  const mine = basket.purpose === undefined || basket.purpose === 'self' ? owned : undefined;
  if (mine) refuseOwned(lines, mine);
  const credited = mine ? lines.map((line) => withCredit(line, mine)) : lines;
  if (code) refuseUnlessOpen(code, at);
  const discounted = code ? withCode(credited, code) : { lines: credited, notes: [] };
  const notes = [
    ...based.flatMap((each) => each.notes),
    ...(mine ? credited.flatMap((line) => creditNotes(line, mine)) : []),
    ...discounted.notes,
    ...stackingNote(discounted.lines),
  ];
  const [first, ...rest] = discounted.lines.map(amountOf) as [Money, ...Money[]];
  return {
    ...{ currency: market.currency, market: market.name, tax: market.tax, at: at.toISOString() },
    code: code ? { id: code.id, code: code.code, label: codeLabel(code) } : null,
    lines: discounted.lines.map((line: LineDraft) => ({ ...line, amount: amountOf(line) })),
    total: add(first, ...rest),
    notes,
  };
}

function linesOf({ items, purpose }: Basket, found: readonly Product[], at: Date): BasePrice[] {
  const bySlug = new Map(found.map((product) => [product.slug, product]));
  const parts = new Map(found.flatMap((product) => (product.courseId ? [[product.courseId, product] as const] : [])));
  return items.map(({ product: slug, quantity = 1 }, index) => {
    const product = bySlug.get(slug);
    if (product?.status !== 'published') throw errors.productUnknown(index);
    const price = basePrice(product, parts, { quantity, forSeats: purpose === 'seats', at });
    if (!price) throw errors.productWithoutPrice(index, product.history.market.label);
    return price;
  });
}
