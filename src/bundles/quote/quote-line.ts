import { formatInstant, type Money, splitByLargestRemainder, subtract } from '../../shared/index.js';
import type { PriceNow } from '../prices/price-history.js';
import type { Product } from '../products/product.js';
import type { QuoteLine, QuoteReason } from './quote.js';

/** The line of one product at an instant; nothing while it, or a course in it, has no price. */
export function quoteLine(product: Product, parts: ReadonlyMap<string, Product>, at: Date): QuoteLine | undefined {
  const now = product.history.at(at);
  const courses = product.courseIds.flatMap((id) => courseOf(id, parts, at) ?? []);
  if (!now || courses.length === 0 || courses.length < product.courseIds.length) return undefined;
  const { id, slug, kind, title } = product;
  const shares = sharesOf(now.price, courses);
  return {
    product: { id, slug, kind, title },
    quantity: 1,
    courses: courses.map((course, index) => ({ ...course, amount: shares[index]! })),
    reasons: reasonsOf(now),
    amount: now.price,
  };
}

type Priced = Omit<QuoteLine['courses'][number], 'amount'>;

/**
 * What each course of a line is sold for: the amount in proportion to their list prices at this moment
 * (ASC 606-10-32-36, IFRS 15), so that refunds and books never have to split again.
 */
export function sharesOf(amount: Money, courses: readonly Pick<Priced, 'listPrice'>[]): Money[] {
  const weights = courses.map((course) => course.listPrice.amount);
  // Courses that are only sold together weigh the same.
  return splitByLargestRemainder(amount, weights.some((weight) => weight > 0) ? weights : weights.map(() => 1));
}

function courseOf(id: string, parts: ReadonlyMap<string, Product>, at: Date): Priced | undefined {
  const part = parts.get(id);
  const listPrice = part?.history.listPriceAt(at);
  return part && listPrice && { id, slug: part.slug, title: part.title, listPrice };
}

function reasonsOf({ listPrice, price, offer }: PriceNow): QuoteReason[] {
  const list: QuoteReason = { reason: 'list', label: 'List price', amount: listPrice };
  if (!offer) return [list];
  const lower: QuoteReason = {
    reason: 'offer',
    label: `${offer.name}, until ${formatInstant(offer.endsAt)}`,
    amount: subtract(price, listPrice),
    offerId: offer.id,
    endsAt: offer.endsAt.toISOString(),
  };
  return [list, lower];
}
