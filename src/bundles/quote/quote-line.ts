import { formatInstant, subtract } from '../../shared/index.js';
import type { PriceNow } from '../prices/price-history.js';
import type { Product } from '../products/product.js';
import type { QuoteLine, QuoteReason } from './quote.js';

/** The line of one product at an instant; nothing while it, or a course in it, has no price. */
export function quoteLine(product: Product, parts: ReadonlyMap<string, Product>, at: Date): QuoteLine | undefined {
  const now = product.history.at(at);
  const courses = product.courseIds.flatMap((id) => courseOf(id, parts, at) ?? []);
  if (!now || courses.length === 0 || courses.length < product.courseIds.length) return undefined;
  const { id, slug, kind, title } = product;
  return { product: { id, slug, kind, title }, courses, reasons: reasonsOf(now), amount: now.price };
}

function courseOf(id: string, parts: ReadonlyMap<string, Product>, at: Date): QuoteLine['courses'][number] | undefined {
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
