import type { Product } from './product.js';

/** Why a bundle cannot be sold at this instant, as a sentence; nothing if it can. */
export function notSellable(bundle: Product, parts: readonly Product[], at: Date): string | undefined {
  if (bundle.courseIds.length === 0) return 'Add at least one course first.';
  if (!bundle.history.listPriceAt(at)) return 'Set a list price that holds now first.';
  const unpriced = bundle.courseIds
    .map((id) => parts.find((part) => part.courseId === id))
    .find((part) => !part?.history.listPriceAt(at));
  if (!unpriced) return undefined;
  return `The course “${unpriced.title}” needs a list price of its own: the books split the price of the bundle by it.`;
}
