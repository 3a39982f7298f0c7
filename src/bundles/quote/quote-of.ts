import { add, type Money } from '../../shared/index.js';
import * as errors from '../bundles.errors.js';
import type { Code } from '../codes/code.js';
import { codeLabel, withCode } from '../codes/code-discount.js';
import { refuseUnlessOpen } from '../codes/code-refusal.js';
import type { Market } from '../markets/market.js';
import type { Product } from '../products/product.js';
import { type BasePrice, basePrice } from './base-price.js';
import { refuseCourseTwice, refuseOwned } from './basket-rules.js';
import type { Basket, Owned, Quote } from './quote.js';
import { amountOf } from './quote-line.js';
import { stackingNote } from './stacking-note.js';
import { creditNotes, withCredit } from './upgrade-credit.js';

/** All that a price is made of. */
export interface Known {
  found: readonly Product[];
  market: Market;
  at: Date;
  code: Code | undefined;
  owned: Owned | undefined;
}

/**
 * The stacking rule over everything that is known; the same knowledge gives the same quote.
 * @throws DomainError with the field of the item it refuses, or `code`
 */
export function quoteOf(basket: Basket, { found, market, at, code, owned }: Known): Quote {
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
    lines: discounted.lines.map((line) => ({ ...line, amount: amountOf(line) })),
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
