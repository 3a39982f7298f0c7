import type { Product } from '../products/product.js';
import { PricedLine } from './priced-line.js';
import type { Owned, QuoteLine } from './quote.js';

export interface LineWish {
  product: Product;
  quantity: number;
  /** What the buyer has, if it counts. */
  owned: Owned | undefined;
}

/** The line of one product at an instant, before any code; nothing while it, or a course in it, has no price. */
export function lineAt(
  { product, quantity, owned }: LineWish,
  parts: ReadonlyMap<string, Product>,
  at: Date,
): PricedLine | undefined {
  const listPrice = product.history.listPriceAt(at);
  const courses = product.courseIds.flatMap((id) => courseOf(id, parts, at) ?? []);
  if (!listPrice || courses.length === 0 || courses.length < product.courseIds.length) return undefined;
  const line = new PricedLine(product, quantity, listPrice, courses);
  line.lower(product.history.openOfferAt(at, quantity), quantity > 1 ? product.volume : []);
  const wanted = owned?.holdings.filter(({ courseId }) => owned.courseIds.includes(courseId)) ?? [];
  for (const holding of wanted) line.credit(holding);
  return line;
}

function courseOf(
  id: string,
  parts: ReadonlyMap<string, Product>,
  at: Date,
): Omit<QuoteLine['courses'][number], 'amount'> | undefined {
  const part = parts.get(id);
  const listPrice = part?.history.listPriceAt(at);
  return part && listPrice && { id, slug: part.slug, title: part.title, listPrice };
}
