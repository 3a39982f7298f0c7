import fc from 'fast-check';
import { agree, finalMark } from './final-mark.js';
import { rubricScore } from './rubric-score.js';

const marks = fc.integer({ min: 0, max: 40 }).map((quarters) => quarters / 4);

describe('the mark of an answer', () => {
  it('is the first one when nobody marks again', () => {
    expect(finalMark([7.5], 10, { isSecond: false, threshold: 0 })).toBe(7.5);
  });

  it('waits for a second examiner, and for a third when they differ by more than the threshold', () => {
    const marking = { isSecond: true, threshold: 10 };
    expect(finalMark([7], 10, marking)).toBeUndefined();
    expect(finalMark([7, 8], 10, marking)).toBe(7.5);
    expect(finalMark([7, 8.25], 10, marking)).toBeUndefined();
    expect(finalMark([7, 8.25, 9], 10, marking)).toBe(9);
  });

  it('never leaves what examiners gave, whoever came first', () => {
    fc.assert(
      fc.property(marks, marks, fc.integer({ min: 0, max: 100 }), (a, b, threshold) => {
        const marking = { isSecond: true, threshold };
        const mark = finalMark([a, b], 10, marking);
        expect(mark).toBe(finalMark([b, a], 10, marking));
        expect(mark !== undefined).toBe(agree(a, b, 10, threshold));
        if (mark !== undefined) expect(mark >= Math.min(a, b) && mark <= Math.max(a, b)).toBe(true);
      }),
    );
  });
});

describe('a rubric', () => {
  const rubric = [
    { id: 'dose', marks: 3 },
    { id: 'place', marks: 2 },
  ];

  it('sums to at most its marks', () => {
    expect(rubricScore(rubric, { dose: 2.5, place: 2 })).toBe(4.5);
  });

  it.each([
    ['a criterion left out', { dose: 1 }, 'scores.place'],
    ['too much for a criterion', { dose: 3.25, place: 0 }, 'scores.dose'],
    ['a criterion that is not there', { dose: 1, place: 1, charm: 1 }, 'scores.charm'],
  ])('refuses %s', (_, scores, field) => {
    try {
      rubricScore(rubric, scores);
      throw new Error('not refused');
    } catch (error) {
      expect(error).toMatchObject({ code: 'rubric_incomplete', fields: { [field]: expect.any(String) as string } });
    }
  });
});
