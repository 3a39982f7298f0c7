import { Injectable } from '@nestjs/common';
import { Holdings } from '../quote/holdings.js';
import type { Quote } from '../quote/quote.js';
import { QuoteBasket } from '../quote/quote-basket.js';
import { type Ownership, ownershipOf } from './ownership.js';
import type { Shown } from './offering.js';
import type { Product } from './product.js';

/** Says what a viewer has of a product already, and what is left to pay. Reads only. */
@Injectable()
export class ReadOwnership {
  constructor(
    private readonly holdings: Holdings,
    private readonly quotes: QuoteBasket,
  ) {}

  /** `others`: among them the courses of a bundle. Nothing for a visitor, or for whoever has none of its courses. */
  async execute(
    product: Shown,
    others: readonly Product[],
    viewer: { personId: string } | null,
  ): Promise<Ownership | undefined> {
    if (!viewer) return undefined;
    const owned = await this.holdings.of(viewer.personId);
    const has = product.courseIds.filter((id) => owned.courseIds.includes(id));
    if (has.length === 0) return undefined;
    const buyable = product.price && product.status === 'published' && has.length < product.courseIds.length;
    const quote: Quote | undefined = buyable
      ? await this.quotes.execute(
          { items: [{ product: product.slug }], market: product.history.market.name },
          { owned, personId: viewer.personId },
        )
      : undefined;
    const titles = [product, ...others].flatMap(({ courseId, title }) =>
      courseId ? [[courseId, title] as const] : [],
    );
    return ownershipOf(product, new Map(titles), owned, quote);
  }
}
