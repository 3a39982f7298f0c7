import { unitedStates } from '../../../test/fixtures/markets.js';
import { PriceHistory } from '../prices/price-history.js';
import { offeringOf } from './offering.js';
import type { ProductCard } from './product-card.js';

const now = new Date('2026-12-01T00:00:00Z');

const product = (slug: string, amount: number | undefined, more: Partial<ProductCard> = {}): ProductCard => ({
  ...{ id: slug, kind: 'course', slug, title: slug, summary: '', minutes: 1, lessons: 1, status: 'published' },
  ...{ courseId: slug, courseIds: [slug], volume: [] },
  history: new PriceHistory(unitedStates, amount === undefined ? [] : [{ amount, effectiveAt: now }], [], []),
  ...more,
});
const bundle = product('both', 8000, { kind: 'bundle', courseId: null, courseIds: ['b', 'a'] });

it('a bundle names its courses in its own order and its saving against them', () => {
  const shown = offeringOf(bundle, [product('a', 4900), product('b', 5900)], now);
  expect(shown?.courses.map((course) => course.slug)).toEqual(['b', 'a']);
  expect(shown?.saving).toMatchObject({ separately: { amount: 10_800 }, saving: { amount: 2_800 } });
});

it('a course that is not really sold alone takes the comparison away', () => {
  const withdrawn = product('b', 5900, { status: 'draft' });
  expect(offeringOf(bundle, [product('a', 4900), withdrawn], now)).not.toHaveProperty('saving');
  expect(offeringOf(bundle, [product('a', 4900), product('b', undefined)], now)).not.toHaveProperty('saving');
  expect(offeringOf(bundle, [product('a', 4900)], now)).not.toHaveProperty('saving');
});

it('a course saves nothing against itself, and what has no price is not offered', () => {
  expect(offeringOf(product('a', 4900), [], now)).not.toHaveProperty('saving');
  expect(offeringOf(product('a', undefined), [], now)).toBeUndefined();
});
