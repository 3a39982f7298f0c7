import { studyTime } from './study-time.js';

it('a short time is told in minutes, a long one in half hours', () => {
  expect([1, 45, 89, 90, 100, 120, 430].map(studyTime)).toEqual([
    '1 minute',
    '45 minutes',
    '89 minutes',
    'about 1½ hours',
    'about 1½ hours',
    'about 2 hours',
    'about 7 hours',
  ]);
});
