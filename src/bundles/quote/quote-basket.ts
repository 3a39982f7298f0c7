import { Injectable } from '@nestjs/common';
import type { Runner } from '../../database/index.js';
import { add, Clock, type Money } from '../../shared/index.js';
import * as errors from '../bundles.errors.js';
import { type Code, refuseUnusable } from '../codes/code.js';
import { CodeQueries } from '../codes/code.queries.js';
import { market } from '../prices/market.js';
import type { Product } from '../products/product.js';
import { ProductQueries } from '../products/product.queries.js';
import { applyCode } from './apply-code.js';
import type { PricedLine } from './priced-line.js';
import type { Basket, Owned, Quote } from './quote.js';
import { lineAt } from './quote-line.js';
import { notesOf } from './quote-notes.js';

const mostItems = 10;

export interface QuoteContext {
  /** The database's now if not given. */
  at?: Date;
  runner?: Runner;
  personId?: string;
  /** What the buyer has; counts when they buy for themselves. */
  owned?: Owned;
}

/** Says what a basket costs at an instant. The only place where a price is decided; nothing a client sends is a price. */
@Injectable()
export class QuoteBasket {
  constructor(
    private readonly products: ProductQueries,
    private readonly codes: CodeQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError with the field of the item or code it refuses */
  async execute(basket: Basket, context: QuoteContext = {}): Promise<Quote> {
    refuseMalformed(basket);
    const at = context.at ?? (await this.clock.now(context.runner));
    const found = await this.products.withParts(
      basket.items.map((item) => item.product),
      context.runner,
    );
    const owned = (basket.purpose ?? 'self') === 'self' ? context.owned : undefined;
    const lines = linesOf(basket, found, owned, at);
    const code = basket.code ? await this.usableCode(basket.code, at, context) : undefined;
    const codeNotes = code ? applyCode(code, lines) : [];
    const [first, ...rest] = lines.map((line) => line.amount) as [Money, ...Money[]];
    return {
      currency: market.currency,
      market: market.name,
      tax: 'none',
      at: at.toISOString(),
      code: code ? { id: code.id, code: code.code, label: `Code ${code.code}` } : null,
      lines: lines.map((line) => line.done()),
      total: add(first, ...rest),
      notes: [...notesOf(lines, code, owned), ...codeNotes],
    };
  }

  private async usableCode(typed: string, at: Date, { personId, runner }: QuoteContext): Promise<Code> {
    const code = await this.codes.byText(typed, market.name, personId ?? null, runner);
    refuseUnusable(code, at);
    return code;
  }
}

function refuseMalformed({ items, purpose }: Basket): void {
  if (items.length === 0) throw errors.basketEmpty();
  if (items.length > mostItems) throw errors.basketTooLarge(mostItems);
  items.forEach(({ quantity = 1 }, index) => {
    if (quantity > 1 && purpose !== 'seats') throw errors.quantityOnlyForSeats(index);
  });
}

function linesOf({ items }: Basket, found: Product[], owned: Owned | undefined, at: Date): PricedLine[] {
  const bySlug = new Map(found.map((product) => [product.slug, product]));
  const parts = new Map(found.flatMap((product) => (product.courseId ? [[product.courseId, product] as const] : [])));
  const lines = items.map(({ product: slug, quantity = 1 }, index) => {
    if (items.findIndex((item) => item.product === slug) < index) throw errors.productRepeated(index);
    const product = bySlug.get(slug);
    if (product?.status !== 'published') throw errors.productUnknown(index);
    const line = lineAt({ product, quantity, owned }, parts, at);
    if (!line) throw errors.productWithoutPrice(index);
    return line;
  });
  refuseCourseTwice(lines);
  return lines;
}

/** Nobody pays twice for a course: neither alone beside its bundle, nor in two bundles. */
function refuseCourseTwice(lines: PricedLine[]): void {
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
