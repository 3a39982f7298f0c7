import { type Ownership, ownershipOf } from '../products/ownership.js';
import type { ProductWithRelated } from '../products/product-page.queries.js';
import { basePrice } from '../quote/base-price.js';
import type { Owned } from '../quote/quote.js';
import { amountOf } from '../quote/quote-line.js';
import { withCredit } from '../quote/upgrade-credit.js';

/** What somebody would have of a bundle who bought these of its courses alone, each at its list price of that instant. */
export function previewOwnership(
  { product, related }: ProductWithRelated,
  owns: readonly string[],
  at: Date,
): Ownership | undefined {
  const courses = related.flatMap((part) => (part.courseId ? [{ ...part, courseId: part.courseId }] : []));
  const mine = courses.filter((part) => owns.includes(part.slug));
  const owned: Owned = {
    courseIds: mine.map((part) => part.courseId),
    holdings: mine.flatMap(({ id, courseId, history }) => {
      const creditable = history.listPriceAt(at);
      return creditable ? [{ courseId, orderLineId: id, orderNumber: 'GL-EXAMPLE', creditable }] : [];
    }),
  };
  const parts = new Map(courses.map((part) => [part.courseId, part]));
  const base = mine.length < courses.length && basePrice(product, parts, { quantity: 1, forSeats: false, at });
  const line = base ? withCredit(base.line, owned) : undefined;
  const quote = line && { lines: [{ ...line, amount: amountOf(line) }], total: amountOf(line) };
  return ownershipOf(product, new Map(courses.map(({ courseId, title }) => [courseId, title])), owned, quote);
}
