import { doneCount, itemAddress, neighbours } from './outline-position.js';

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

  it('counts what is done; what was only seen is not', () => {
    expect(doneCount(outline, { a: true, b: false, gone: true })).toBe(1);
  });

  it('gives a quiz an address of its own', () => {
    expect(itemAddress('c', item('q', 'quiz'))).toBe('/learn/c/quiz/q');
  });
});
