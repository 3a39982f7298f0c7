import * as errors from '../bundles.errors.js';
import type { Basket, Owned } from './quote.js';
import type { LineDraft } from './quote-line.js';

const mostItems = 10;

/** What a basket needs before anything is looked up. @throws DomainError with the field at fault */
export function checkBasket({ items, purpose }: Basket): void {
  if (items.length === 0) throw errors.basketEmpty();
  if (items.length > mostItems) throw errors.basketTooLarge(mostItems);
  const slugs = items.map((item) => item.product);
  slugs.forEach((slug, index) => {
    if (slugs.indexOf(slug) < index) throw errors.productRepeated(index);
  });
  const several = items.findIndex((item) => (item.quantity ?? 1) > 1);
  if (several >= 0 && purpose !== 'seats') throw errors.quantityForSeatsOnly(several);
}

/** Nobody pays twice for a course: neither alone beside its bundle, nor in two bundles. */
export function refuseCourseTwice(lines: readonly LineDraft[]): void {
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

/** Nobody buys for themselves what they have. */
export function refuseOwned(lines: readonly LineDraft[], owned: Owned): void {
  lines.forEach((line, index) => {
    if (line.courses.every((course) => owned.courseIds.includes(course.id))) {
      throw errors.alreadyOwned(index, line.product.title);
    }
  });
}
