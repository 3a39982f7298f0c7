import { pageOf } from './page-of.js';

const items = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, object: 'item' }));
const page = (terms: object) => {
  const { data, has_more } = pageOf(items, terms, '/v1/items');
  return [data.map((item) => item.id).join(''), has_more];
};

describe('a page of a list at hand', () => {
  it.each([
    [{}, 'abcde', false],
    [{ limit: 2 }, 'ab', true],
    [{ limit: 2, starting_after: 'b' }, 'cd', true],
    [{ limit: 2, starting_after: 'c' }, 'de', false],
    [{ limit: 2, ending_before: 'd' }, 'bc', true],
    [{ limit: 9, ending_before: 'c' }, 'ab', false],
  ])('for %j is %s', (terms, ids, more) => expect(page(terms)).toEqual([ids, more]));

  it('does not start after what is not in it', () => {
    expect(() => page({ starting_after: 'z' })).toThrow("No such item: 'z'");
  });
});
