import type { PriceNow } from '../prices/price-history.js';
import { type Saving, savingOf } from '../prices/saving.js';
import type { Product } from './product.js';
import type { ProductCard } from './product-card.js';

/** A product with what it costs at an instant: what lists and pages show. */
export interface Offering extends ProductCard {
  price: PriceNow;
  /** Of a bundle, against its courses as sold alone at that instant. */
  saving?: Saving;
  courses: { slug: string; title: string }[];
}

/** `others`: among them the courses of a bundle. Nothing while the product has no price. */
export function offeringOf<P extends ProductCard>(
  product: P,
  others: readonly Product[],
  at: Date,
): (P & Offering) | undefined {
  const price = product.history.at(at);
  if (!price) return undefined;
  const parts = product.courseIds.map((id) => others.find((other) => other.courseId === id));
  const courses = parts.flatMap((part) => (part ? [{ slug: part.slug, title: part.title }] : []));
  const alone = parts.map((part) => (part?.status === 'published' ? part.history.priceAt(at) : undefined));
  const saving = product.kind === 'bundle' ? savingOf(price.price, alone) : undefined;
  return { ...product, price, courses, ...(saving && { saving }) };
}

export const offeringsOf = (cards: readonly ProductCard[], at: Date): Offering[] =>
  cards.flatMap((card) => offeringOf(card, cards, at) ?? []);
