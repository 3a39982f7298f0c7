import { studyTime } from './claim.js';

describe('study time on a certificate', () => {
  it('is exact, so that the courses add up to the total', () => {
    expect([0, 1, 45, 60, 112, 120, 600].map(studyTime)).toEqual([
      '0 min',
      '1 min',
      '45 min',
      '1 h',
      '1 h 52 min',
      '2 h',
      '10 h',
    ]);
  });
});
