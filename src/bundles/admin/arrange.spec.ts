import { arrange } from './arrange.js';

const abc = ['a', 'b', 'c'];

it('a course moves by one place', () => {
  expect(arrange(abc, 'up', 'c')).toEqual(['a', 'c', 'b']);
  expect(arrange(abc, 'down', 'a')).toEqual(['b', 'a', 'c']);
});

it('the first one stays first and the last one last', () => {
  expect(arrange(abc, 'up', 'a')).toEqual(abc);
  expect(arrange(abc, 'down', 'c')).toEqual(abc);
});

it('a course is added at the end, once, and taken out', () => {
  expect(arrange(abc, 'add', 'd')).toEqual(['a', 'b', 'c', 'd']);
  expect(arrange(abc, 'add', 'b')).toEqual(abc);
  expect(arrange(abc, 'remove', 'b')).toEqual(['a', 'c']);
});

it('a course that is not there moves nothing', () => {
  expect(arrange(abc, 'up', 'x')).toEqual(abc);
});
