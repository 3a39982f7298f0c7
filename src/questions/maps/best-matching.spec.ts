import fc from 'fast-check';
import { bestTotal } from './best-matching.js';

/** Tries every pairing. */
function byTrying(value: number[][], point = 0, taken: number[] = []): number {
  if (point === value.length) return 0;
  const pairs = value[point]!.map((worth, target) =>
    taken.includes(target) ? 0 : worth + byTrying(value, point + 1, [...taken, target]),
  );
  return Math.max(byTrying(value, point + 1, taken), ...pairs);
}

const tables = fc
  .record({ points: fc.integer({ min: 1, max: 6 }), targets: fc.integer({ min: 1, max: 6 }) })
  .chain(({ points, targets }) =>
    fc.array(
      fc.array(fc.oneof(fc.constant(0), fc.nat(9), fc.nat(1_000_000)), { minLength: targets, maxLength: targets }),
      { minLength: points, maxLength: points },
    ),
  );

describe('the best matching of points to targets', () => {
  it('is as good as trying every pairing', () => {
    fc.assert(
      fc.property(tables, (value) => {
        expect(bestTotal(value)).toBe(byTrying(value));
      }),
      { numRuns: 500 },
    );
  });

  it('prefers one good pair to two poor ones, and two pairs to the nearest one', () => {
    expect(bestTotal([[10, 1], [1, 0]])).toBe(10); // prettier-ignore
    expect(bestTotal([[6, 5], [6, 0]])).toBe(11); // prettier-ignore
    expect(bestTotal([])).toBe(0);
  });

  it('is the same in whatever order points and targets come', () => {
    fc.assert(
      fc.property(tables, fc.nat(), fc.nat(), (value, turn, other) => {
        const rows = [...value.slice(turn % value.length), ...value.slice(0, turn % value.length)].reverse();
        const columns = rows.map((row) =>
          [...row.slice(other % row.length), ...row.slice(0, other % row.length)].reverse(),
        );
        expect(bestTotal(columns)).toBe(bestTotal(value));
      }),
    );
  });

  it('pairs forty points with forty targets at once', () => {
    const value = Array.from({ length: 40 }, (_, point) =>
      Array.from({ length: 40 }, (__, target) => ((point + 1) * (target + 1)) % 41),
    );
    // Of what is (a·b) mod 41, every row holds its 40 in a column of its own.
    expect(bestTotal(value)).toBe(40 * 40);
  });
});
