import fc from 'fast-check';
import { sampleCovariance, sampleKurtosis, sampleSkewness, sampleVariance } from 'simple-statistics';
import { Choices } from './choices.js';
import { groupOf, itemStatistics } from './item-statistics.js';
import { momentsOf } from './moments.js';
import { histogram, itemWeights, paperStatistics } from './paper-statistics.js';
import { conditionalError, kr21, livingston } from './reliability.js';

/** A sheet of marks: a row per attempt, a column per item; null was not on that paper. */
type Sheet = (number | null)[][];

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const spread = (values: number[]) => (values.length < 2 ? 0 : sampleVariance(values));
const together = (x: number[], y: number[]) => (x.length < 2 ? 0 : sampleCovariance(x, y));
const totalOf = (row: (number | null)[]) => row.reduce<number>((sum, mark) => sum + (mark ?? 0), 0);
const near = (actual: number | null, expected: number) => expect(actual).toBeCloseTo(expected, 6);
const isConstant = (values: number[]) => values.every((value) => value === values[0]);

/** What the product computes of a sheet whose items give these marks. */
function analyse(sheet: Sheet, possible: number[], cut = 0) {
  const rows = [...sheet].sort((a, b) => totalOf(a) - totalOf(b));
  const random = sheet.some((row) => row.includes(null));
  const items = possible.map((marks, item) => {
    const met = rows.filter((row) => row[item] !== null);
    return itemStatistics({
      marks: Float64Array.from(met, (row) => row[item]!),
      totals: Float64Array.from(met, totalOf),
      possible: marks,
      random,
    });
  });
  const all = rows.flatMap((row) =>
    row.flatMap((mark, item) => (mark === null ? [] : [{ mark, of: possible[item]! }])),
  );
  const totals = Float64Array.from(rows, totalOf);
  const paper = paperStatistics(
    {
      totals,
      possible: Float64Array.from(rows, (row) =>
        row.reduce<number>((sum, mark, item) => sum + (mark === null ? 0 : possible[item]!), 0),
      ),
      cuts: new Float64Array(rows.length).fill(cut),
      passed: 0,
      random,
    },
    items,
    {
      marks: all.length,
      variance: momentsOf(all.map(({ mark }) => mark)).variance,
      dichotomous: isConstant(possible) && all.every(({ mark, of }) => mark === 0 || mark === of),
    },
  );
  return {
    rows,
    items,
    paper,
    weights: itemWeights(paper, momentsOf(totals).variance ?? 0, items),
    totals: [...totals],
  };
}

const full = (row: number[]) => row;
const sheets = fc
  .record({
    attempts: fc.integer({ min: 4, max: 60 }),
    possible: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 8 }),
  })
  .chain(({ attempts, possible }) =>
    fc.record({
      possible: fc.constant(possible),
      sheet: fc.array(
        fc.tuple(...possible.map((marks) => fc.integer({ min: 0, max: marks * 4 }).map((quarters) => quarters / 4))),
        {
          minLength: attempts,
          maxLength: attempts,
        },
      ),
    }),
  );

describe('the moments of a series', () => {
  it('agree with the definitions, far from zero too', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 4, maxLength: 200 }),
        fc.constantFrom(0, 1e6),
        (values, far) => {
          const series = values.map((value) => value + far);
          const moments = momentsOf(series);
          near(moments.variance, sampleVariance(values));
          if (isConstant(values)) {
            expect([moments.skewness, moments.kurtosis]).toEqual([null, null]);
            return;
          }
          expect(moments.skewness).toBeCloseTo(sampleSkewness(values), 5);
          expect(moments.kurtosis).toBeCloseTo(sampleKurtosis(values), 4);
        },
      ),
    );
  });

  it('are not given for too few values', () => {
    expect([momentsOf([1]).variance, momentsOf([1, 2]).skewness, momentsOf([1, 2, 4]).kurtosis]).toEqual([
      null,
      null,
      null,
    ]);
    // By hand: of 0, 0, 0, 4 the central moments are 3, 6 and 21, so G1 = √12/2 · 6/3√3 and G2 = 3/2 · (5 · −2/3 + 6).
    near(momentsOf([0, 0, 0, 4]).skewness, 2);
    near(momentsOf([0, 0, 0, 4]).kurtosis, 4);
  });
});

describe('an item of papers that are all the same', () => {
  it('agrees with the definitions, computed the long way', () => {
    fc.assert(
      fc.property(sheets, ({ sheet, possible }) => {
        const { rows, items, paper, weights, totals } = analyse(sheet.map(full), possible);
        const columns = possible.map((_marks, item) => rows.map((row) => row[item]!));
        const pulls = columns.map((x) => Math.sqrt(Math.max(0, Number(together(x, totals).toFixed(9)))));
        const allPulls = pulls.reduce((sum, pull) => sum + pull, 0);
        for (const [item, x] of columns.entries()) {
          const marks = possible[item]!;
          const y = totals.map((total, at) => total - x[at]!);
          const it = items[item]!;
          near(it.facility, (100 * mean(x)) / marks);
          near(it.variance, spread(x));
          near(weights[item]!.intendedWeight, (100 * marks) / possible.reduce((a, b) => a + b));
          // The long way rounds before it takes roots.
          if (together(x, totals) > 1e-9)
            expect(weights[item]!.effectiveWeight).toBeCloseTo((100 * pulls[item]!) / allPulls, 4);
          if (together(x, totals) < -1e-9) expect(weights[item]!.effectiveWeight).toBeNull();
          if (isConstant(x) || isConstant(y)) expect([it.discrimination, it.efficiency]).toEqual([null, null]);
          else {
            const c = together(x, y);
            const best = together(
              [...x].sort((a, b) => a - b),
              [...y].sort((a, b) => a - b),
            );
            near(it.discrimination, (100 * c) / Math.sqrt(spread(x) * spread(y)));
            near(it.pointBiserial, it.discrimination! / 100);
            near(it.efficiency, (100 * c) / best);
          }
          const third = groupOf(x.length);
          near(it.upperLower, (100 * (mean(x.slice(-third)) - mean(x.slice(0, third)))) / marks);
        }
        const sum = columns.reduce((total, x) => total + spread(x), 0);
        if (spread(totals) < 1e-9) expect(paper.consistency).toBeNull();
        else {
          const p = possible.length;
          const consistency = ((100 * p) / (p - 1)) * (1 - sum / spread(totals));
          near(paper.consistency, consistency);
          if (consistency > 1e-9) {
            // A root near zero makes the last digits of its argument large.
            near((paper.errorRatio! / 100) ** 2, Math.max(0, 1 - consistency / 100));
            near(paper.standardError, (paper.errorRatio! * Math.sqrt(spread(totals))) / 100);
          } else if (consistency < -1e-9) expect(paper.standardError).toBeNull();
          // Alpha if deleted is the alpha of the sheet without that item.
          for (const [item] of possible.entries()) {
            const others = columns.filter((_x, at) => at !== item);
            const rest = rows.map((row) => totalOf(row.filter((_mark, at) => at !== item)));
            if (others.length < 2 || spread(rest) < 1e-9) expect(weights[item]!.alphaIfDeleted).toBeNull();
            else
              near(
                weights[item]!.alphaIfDeleted,
                (others.length / (others.length - 1)) * (1 - others.reduce((s, x) => s + spread(x), 0) / spread(rest)),
              );
          }
        }
      }),
    );
  });

  it('agrees with a sheet worked by hand', () => {
    // Five people, four items of one mark. Totals 4, 3, 2, 1, 0; the variance is 2.5, Σpq·n/(n−1) is 0.8.
    const { items, paper, weights } = analyse(
      [
        [1, 1, 1, 1],
        [1, 1, 1, 0],
        [1, 1, 0, 0],
        [1, 0, 0, 0],
        [0, 0, 0, 0],
      ],
      [1, 1, 1, 1],
      3,
    );
    expect(items.map(({ facility }) => facility)).toEqual([80, 60, 40, 20].map((value) => expect.closeTo(value, 9)));
    // Variances .2, .3, .3, .2 make 1: alpha = 4/3 (1 − 1/2.5) = .8
    near(paper.consistency, 80);
    near(paper.kr20, 0.8);
    // KR-21 = 4/3 (1 − 2·2 / (4·2.5)) = .8
    near(paper.kr21, 0.8);
    near(paper.errorRatio, 100 * Math.sqrt(0.2));
    near(paper.standardError, Math.sqrt(0.5));
    // k² = (.8·2.5 + 1) / (2.5 + 1)
    near(paper.livingston, 3 / 3.5);
    // √(3·1/3) = 1 of four marks
    near(paper.errorAtCut, 1);
    // x = 1,0,0,0,0 in reverse: C(x, X) = .5, all pulls: .5, 1/√2·…
    near(items[0]!.covariance, 0.5);
    near(items[1]!.covariance, 0.75);
    near(weights[0]!.effectiveWeight, (100 * Math.sqrt(0.5)) / (2 * Math.sqrt(0.5) + 2 * Math.sqrt(0.75)));
    near(items[0]!.efficiency, 100);
    near(items[0]!.upperLower, 100);
  });
});

describe('an item of papers that differ', () => {
  const holes = sheets.chain(({ sheet, possible }) =>
    fc
      .array(fc.integer({ min: 0, max: possible.length - 1 }), { minLength: sheet.length, maxLength: sheet.length })
      .map((gaps) => ({
        possible,
        sheet: sheet.map((row, at) => row.map((mark, item) => (item === gaps[at] ? null : mark))),
      })),
  );

  it('counts only who met it, and is held against the whole score', () => {
    fc.assert(
      fc.property(holes, ({ sheet, possible }) => {
        const { rows, items, paper } = analyse(sheet, possible);
        expect(paper.random).toBe(true);
        near(paper.places, possible.length - 1);
        for (const [item, it] of items.entries()) {
          const met = rows.filter((row) => row[item] !== null);
          const x = met.map((row) => row[item]!);
          const whole = met.map(totalOf);
          expect(it.n).toBe(x.length);
          if (it.n < 2 || isConstant(x) || isConstant(whole)) expect(it.discrimination).toBeNull();
          else near(it.discrimination, (100 * together(x, whole)) / Math.sqrt(spread(x) * spread(whole)));
        }
        const marks = rows.flatMap((row) => row.filter((mark) => mark !== null));
        const totals = rows.map(totalOf);
        const p = possible.length - 1;
        if (p > 1 && spread(totals) > 1e-9)
          near(paper.consistency, ((100 * p) / (p - 1)) * (1 - (p * spread(marks)) / spread(totals)));
      }),
    );
  });

  it('has no alpha without it, and no KR-20', () => {
    const { weights, paper } = analyse(
      [
        [1, null, 1],
        [null, 1, 0],
        [1, 0, null],
        [0, 0, null],
      ],
      [1, 1, 1],
    );
    expect([...weights.map(({ alphaIfDeleted }) => alphaIfDeleted), paper.kr20]).toEqual([null, null, null, null]);
    expect(paper.kr21).not.toBeNull();
  });
});

describe('a paper', () => {
  it('without attempts has no figures', () => {
    const { paper } = analyse([], [1, 1]);
    expect(paper).toMatchObject({ attempts: 0, mean: null, passRate: null, consistency: null, livingston: null });
  });

  it('counts scores in twentieths, a full score in the last', () => {
    const counts = histogram(Float64Array.of(0, 1.1, 2, 2), Float64Array.of(2, 2, 2, 2));
    expect([counts[0], counts[11], counts[19]]).toEqual([1, 1, 2]);
  });

  it('has KR-21 and KR-20 only of items that are right or wrong', () => {
    const { paper } = analyse(
      [
        [0.5, 1],
        [1, 1],
        [0, 0],
        [0, 1],
      ],
      [1, 1],
    );
    expect([paper.kr20, paper.kr21]).toEqual([null, null]);
    expect(kr21({ places: 1, mean: 1, variance: 1, possible: 1 })).toBeNull();
  });

  it('is surest of scores at its ends, and of a cut far from the mean', () => {
    const paper = { places: 40, possible: 80 };
    expect([conditionalError(0, paper), conditionalError(80, paper)]).toEqual([0, 0]);
    near(conditionalError(40, paper), 2 * Math.sqrt(400 / 39));
    near(livingston(0.5, 4, 0), 0.5);
    near(livingston(0.5, 4, 2), 0.75);
    expect(livingston(null, 4, 2)).toBeNull();
  });
});

describe('the table of answers', () => {
  it('counts each option in the upper, middle and lower group', () => {
    const choices = new Choices();
    const codes = Int32Array.from([['b'], [], ['a', 'b'], ['a'], ['a'], null].map((chosen) => choices.code(chosen)));
    // Six people: 27 % of them are two.
    expect(choices.table(codes)).toEqual([
      { answer: 'a', lower: 0, middle: 2, upper: 1 },
      { answer: 'b', lower: 1, middle: 1, upper: 0 },
      { answer: '', lower: 1, middle: 0, upper: 0 },
    ]);
  });

  it('keeps 500 written answers apart and counts the others together', () => {
    const choices = new Choices();
    const codes = Int32Array.from({ length: 700 }, (_none, index) => choices.code([`${index}`]));
    const table = choices.table(codes);
    expect(table).toHaveLength(501);
    expect(table[0]).toMatchObject({ answer: '…', lower: 0 });
  });
});
