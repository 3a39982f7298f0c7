import fc from 'fast-check';
import { agreement, panelResult } from './panel.js';
import { fallback, type ItemRating, paperCut } from './paper-cut.js';

const rating = (questionId: string, percent: number, difficulty = 'moderate'): ItemRating => ({
  ...{ questionId, percent, difficulty },
  part: null,
});
const item = (questionId: string, marks = 1, difficulty = 'moderate') => ({
  questionId,
  marks,
  difficulty,
  part: null,
});

describe('a panel of judges', () => {
  it('sets the cut at the mean of what each of them would set', () => {
    // Judges of 3 items worth 1, 1 and 2 marks: cuts 2.4, 2.0 and 2.8; the deviation is 0.4.
    const { cut, standardError, judges } = panelResult(
      [1, 1, 2],
      [
        { judgeId: 'a', percents: [60, 60, 60] },
        { judgeId: 'b', percents: [50, 50, 50] },
        { judgeId: 'c', percents: [80, 80, 60] },
      ],
    );
    expect(cut).toBeCloseTo(2.4, 12);
    expect(standardError).toBeCloseTo(0.4 / Math.sqrt(3), 12);
    expect(judges.map(({ severity }) => severity)).toEqual([0, -0.4, 0.4].map((marks) => expect.closeTo(marks, 9)));
  });

  it('leaves out who has not rated everything', () => {
    const { cut, standardError, judges } = panelResult(
      [1, 1],
      [
        { judgeId: 'a', percents: [60, 80] },
        { judgeId: 'b', percents: [100, null] },
      ],
    );
    expect(cut).toBeCloseTo(1.4, 12);
    expect(standardError).toBeNull();
    expect(judges[1]).toEqual({ judgeId: 'b', rated: 1, cut: null, severity: null });
    expect(panelResult([1], [{ judgeId: 'a', percents: [null] }]).cut).toBeNull();
  });

  it('agrees as Shrout and Fleiss (1979) computed for their example', () => {
    // Six targets, four judges: ICC(2,4) = .62
    const targets = [
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    ];
    const byJudge = [0, 1, 2, 3].map((judge) => targets.map((row) => row[judge]!));
    expect(agreement(byJudge)).toBeCloseTo(0.62, 2);
  });

  it('agrees wholly where all say the same, and less the more one of them is stricter', () => {
    expect(
      agreement([
        [20, 50, 80],
        [20, 50, 80],
      ]),
    ).toBeCloseTo(1, 12);
    const shifted = (by: number) =>
      agreement([
        [20, 50, 80],
        [20 - by, 50 - by, 80 - by],
      ])!;
    expect(shifted(10)).toBeLessThan(1);
    expect(shifted(20)).toBeLessThan(shifted(10));
    for (const few of [
      [],
      [[1, 2]],
      [[1], [2]],
      [
        [5, 5],
        [5, 5],
      ],
    ])
      expect(agreement(few)).toBeNull();
  });
});

describe('the cut of a drawn paper', () => {
  it('is the sum of what the panel expects of its items', () => {
    const ratings = [rating('a', 50), rating('b', 75.5), rating('c', 90)];
    expect(paperCut(ratings, [item('a', 2), item('b', 4)])).toEqual({ cut: 4.02, unrated: 0 });
  });

  it('knows the questions of a case apart', () => {
    const ratings = [
      { ...rating('a', 10), part: 'first' },
      { ...rating('a', 90), part: 'second' },
    ];
    expect(paperCut(ratings, [{ ...item('a'), part: 'second' }]).cut).toBe(0.9);
  });

  it('takes for an unrated item the mean of its difficulty, or of all', () => {
    const ratings = [rating('a', 40, 'hard'), rating('b', 60, 'hard'), rating('c', 95, 'easy')];
    expect(paperCut(ratings, [item('new', 1, 'hard'), item('c', 1, 'easy')])).toEqual({ cut: 1.45, unrated: 1 });
    expect(fallback(ratings, 'moderate')).toBe(65);
  });

  it('is rounded up to the ten-thousandth, and not by the dust of binary fractions', () => {
    expect(paperCut([rating('a', 100 / 3)], [item('a')]).cut).toBe(0.3334);
    expect(paperCut([rating('a', 10), rating('b', 20)], [item('a'), item('b')]).cut).toBe(0.3);
  });

  it('lies between the lowest and the highest rating, whatever is drawn', () => {
    const percents = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(percents, fc.array(fc.nat(30), { minLength: 1, maxLength: 30 }), (all, drawn) => {
        const ratings = all.map((percent, index) => rating(`${index}`, percent));
        const paper = drawn.map((index) => item(`${index}`, 2));
        const { cut } = paperCut(ratings, paper);
        expect(cut).toBeGreaterThanOrEqual((Math.min(...all) * paper.length) / 50 - 1e-6);
        expect(cut).toBeLessThanOrEqual((Math.max(...all) * paper.length) / 50 + 1e-4);
      }),
    );
  });
});
