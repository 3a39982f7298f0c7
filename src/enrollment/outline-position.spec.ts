import fc from 'fast-check';
import { afterItem, doneCount, itemAddress, itemsOf, neighbours, nextOpen } from './outline-position.js';

const item = (slug: string, kind: 'lesson' | 'quiz' = 'lesson') => ({ slug, kind, title: slug, minutes: 5 });
const outline = [
  { title: 'Read', items: [item('a'), item('b')] },
  { title: 'Check', items: [item('q', 'quiz')] },
];

describe('a place in the outline', () => {
  it('has the items before and after it, across modules', () => {
    expect(neighbours(outline, 'a')).toMatchObject({ previous: undefined, next: { slug: 'b' } });
    expect(neighbours(outline, 'b')).toMatchObject({ previous: { slug: 'a' }, next: { slug: 'q' } });
    expect(neighbours(outline, 'none')).toEqual({});
  });

  it('goes on at the first item that is not done; what was only seen is not done', () => {
    expect(nextOpen(outline, {})).toMatchObject({ slug: 'a' });
    expect(nextOpen(outline, { a: true, b: false })).toMatchObject({ slug: 'b' });
    expect(nextOpen(outline, { a: true, b: true, q: true })).toBeUndefined();
    expect(doneCount(outline, { a: true, b: false, gone: true })).toBe(1);
  });

  it('leads after the last item to what was left open, and then to the desk', () => {
    expect(afterItem('c', outline, { a: true }, 'a')).toBe('/learn/c/b');
    expect(afterItem('c', outline, { b: true }, 'b')).toBe('/learn/c/quiz/q');
    expect(afterItem('c', outline, { q: true, a: true }, 'q')).toBe('/learn/c/b');
    expect(afterItem('c', outline, { a: true, b: true, q: true }, 'q')).toBe('/learning');
  });

  it('gives a quiz an address of its own', () => {
    expect(itemAddress('c', item('q', 'quiz'))).toBe('/learn/c/quiz/q');
  });

  it('reaches every item by going on, in whatever order the learner began', () => {
    fc.assert(
      fc.property(fc.subarray(itemsOf(outline).map(({ slug }) => slug)), (done) => {
        const progress: Record<string, boolean> = Object.fromEntries(done.map((slug) => [slug, true]));
        for (let steps = 0; steps < 10; steps += 1) {
          const open = nextOpen(outline, progress);
          if (open) progress[open.slug] = true;
        }
        expect(doneCount(outline, progress)).toBe(3);
      }),
    );
  });
});
