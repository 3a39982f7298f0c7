import { Injectable } from '@nestjs/common';
import type { Runner } from '../../database/index.js';
import { add, Clock, type Money } from '../../shared/index.js';
import * as errors from '../bundles.errors.js';
import { market } from '../prices/market.js';
import type { Product } from '../products/product.js';
import { ProductQueries } from '../products/product.queries.js';
import type { Basket, Quote, QuoteLine } from './quote.js';
import { quoteLine } from './quote-line.js';

const mostItems = 10;

/** Says what a basket costs at an instant. The only place where a price is decided; nothing a client sends is a price. */
@Injectable()
export class QuoteBasket {
  constructor(
    private readonly products: ProductQueries,
    private readonly clock: Clock,
  ) {}

  /** `at`: the database's now if not given. @throws DomainError with the field of the item it refuses */
  async execute({ items, code }: Basket, context: { at?: Date; runner?: Runner } = {}): Promise<Quote> {
    if (items.length === 0) throw errors.basketEmpty();
    if (items.length > mostItems) throw errors.basketTooLarge(mostItems);
    if (code) throw errors.codeUnknown();
    const at = context.at ?? (await this.clock.now(context.runner));
    const slugs = items.map((item) => item.product);
    const found = await this.products.withParts(slugs, context.runner);
    const lines = linesOf(slugs, found, at);
    const [first, ...rest] = lines.map((line) => line.amount) as [Money, ...Money[]];
    return {
      currency: market.currency,
      market: market.name,
      tax: 'none',
      at: at.toISOString(),
      code: null,
      lines,
      total: add(first, ...rest),
      notes: [],
    };
  }
}

function linesOf(slugs: string[], found: Product[], at: Date): QuoteLine[] {
  const bySlug = new Map(found.map((product) => [product.slug, product]));
  const parts = new Map(found.flatMap((product) => (product.courseId ? [[product.courseId, product] as const] : [])));
  const lines = slugs.map((slug, index) => {
    if (slugs.indexOf(slug) < index) throw errors.productRepeated(index);
    const product = bySlug.get(slug);
    if (product?.status !== 'published') throw errors.productUnknown(index);
    const line = quoteLine(product, parts, at);
    if (!line) throw errors.productWithoutPrice(index);
    return line;
  });
  refuseCourseTwice(lines);
  return lines;
}

/** Nobody pays twice for a course: neither alone beside its bundle, nor in two bundles. */
function refuseCourseTwice(lines: QuoteLine[]): void {
  const bundlesFirst = lines
    .map((line, index) => ({ line, index }))
    .sort((a, b) => b.line.courses.length - a.line.courses.length);
  const seen = new Set<string>();
  for (const { line, index } of bundlesFirst) {
    const again = line.courses.find((course) => seen.has(course.id));
    if (again) throw errors.courseRepeated(index, again.title);
    for (const course of line.courses) seen.add(course.id);
  }
}
