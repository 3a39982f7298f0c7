import type { PriceNow } from '../prices/price-history.js';
import { type Saving, savingOf } from '../prices/saving.js';
import type { Product } from './product.js';
import type { ProductCard } from './product-card.js';

/** A product with what it costs at an instant: what lists and pages show. Without a price it is not sold in the market. */
export interface Shown extends ProductCard {
  price?: PriceNow;
  /** Of a bundle, against its courses as sold alone at that instant. */
  saving?: Saving;
  courses: { slug: string; title: string }[];
}

export type Offering = Shown & { price: PriceNow };

/** `others`: among them the courses of a bundle. */
export function shownOf<P extends ProductCard>(product: P, others: readonly Product[], at: Date): P & Shown {
  const price = product.history.at(at);
  const parts = product.courseIds.map((id) => others.find((other) => other.courseId === id));
  const courses = parts.flatMap((part) => (part ? [{ slug: part.slug, title: part.title }] : []));
  const alone = parts.map((part) => (part?.status === 'published' ? part.history.priceAt(at) : undefined));
  const saving = price && product.kind === 'bundle' ? savingOf(price.price, alone) : undefined;
  return { ...product, ...(price && { price }), courses, ...(saving && { saving }) };
}

/** As `shownOf`, but nothing while the product has no price. */
export function offeringOf<P extends ProductCard>(
  product: P,
  others: readonly Product[],
  at: Date,
): (P & Offering) | undefined {
  const shown = shownOf(product, others, at);
  return isSold(shown) ? shown : undefined;
}

const isSold = <S extends Shown>(shown: S): shown is S & Offering => shown.price !== undefined;

/** `all`: these, and the courses of the bundles among them. */
export const shownAt = (cards: readonly ProductCard[], at: Date, all: readonly Product[] = cards): Shown[] =>
  cards.map((card) => shownOf(card, all, at));

export const offeringsOf = (cards: readonly ProductCard[], at: Date, all: readonly Product[] = cards): Offering[] =>
  cards.flatMap((card) => offeringOf(card, all, at) ?? []);
