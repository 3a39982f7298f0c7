import type { Money } from '../../shared/index.js';
import type { NoCredit, Owned, Quote } from '../quote/quote.js';
import type { ProductCard } from './product-card.js';

/** A course of a product that somebody has. */
export interface OwnedCourse {
  id: string;
  title: string;
  /** What comes off the price for it, and the order in which it was paid for. */
  credit?: { off: Money; orderNumber: string };
  /** Why nothing does. */
  because?: NoCredit;
}

/** What somebody who looks at a product has of it already. */
export interface Ownership {
  every: boolean;
  courses: OwnedCourse[];
  /** What is left to pay; none if there is nothing to buy or it cannot be bought. */
  price?: Money;
}

/** The courses of a product that its viewer has; nothing if it is none. */
export function ownershipOf(
  product: Pick<ProductCard, 'courseIds'>,
  titles: ReadonlyMap<string, string>,
  owned: Owned,
  quote: Pick<Quote, 'lines' | 'total'> | undefined,
): Ownership | undefined {
  const ids = product.courseIds.filter((id) => owned.courseIds.includes(id));
  if (ids.length === 0) return undefined;
  const courses = ids.map((id) => ({ id, title: titles.get(id) ?? '', ...creditOf(id, owned, quote) }));
  return { every: ids.length === product.courseIds.length, courses, ...(quote && { price: quote.total }) };
}

function creditOf(
  id: string,
  owned: Owned,
  quote: Pick<Quote, 'lines' | 'total'> | undefined,
): Pick<OwnedCourse, 'credit' | 'because'> {
  const credits = quote?.lines.flatMap((line) => line.reasons.filter(({ courseId }) => courseId === id)) ?? [];
  const [first] = credits;
  const holding = owned.holdings.find(({ orderLineId }) => orderLineId === first?.orderLineId);
  if (first && holding) {
    const off = credits.reduce((sum, { amount }) => sum - amount.amount, 0);
    return { credit: { off: { amount: off, currency: first.amount.currency }, orderNumber: holding.orderNumber } };
  }
  const because = owned.withoutCredit?.find(({ courseId }) => courseId === id)?.because;
  return because ? { because } : {};
}
