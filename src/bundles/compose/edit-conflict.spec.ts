import { storedOtherwise } from './edit-conflict.js';

const stored = {
  id: 'b',
  slug: 'basics',
  title: 'Basics',
  status: 'draft' as const,
  summary: 'All of it.',
  body: 'One\nTwo',
  version: 3,
  courses: ['a', 'b'],
};

it('names each field that is stored otherwise, with what is stored', () => {
  const sent = { version: 2, title: 'Basics', summary: 'Some of it.', courses: ['b', 'a'] };
  expect(storedOtherwise(stored, sent)).toEqual({ summary: 'Now stored: All of it.', courses: 'Now stored: a, b' });
});

it('sees no difference in the line endings of a browser', () => {
  expect(storedOtherwise(stored, { version: 2, body: 'One\r\nTwo\r\n' })).toEqual({});
});

it('says nothing of fields that were not sent', () => {
  expect(storedOtherwise(stored, { version: 2 })).toEqual({});
});
