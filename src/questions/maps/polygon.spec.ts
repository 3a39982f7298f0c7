import fc from 'fast-check';
import { doubledArea, grid, isInside, type Point, pointWithin, type Polygon, touch, wrongPolygon } from './polygon.js';

const coordinate = fc.oneof(
  fc.integer({ min: 0, max: grid }),
  fc.constantFrom(0, 1, grid - 1, grid),
  fc.integer({ min: 0, max: 12 }),
);
const point = fc.tuple(coordinate, coordinate);
const smallPoint = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
const polygons = (points: fc.Arbitrary<[number, number]>) =>
  fc.array(points, { minLength: 3, maxLength: 9 }).filter((each) => wrongPolygon(each) === undefined);

/** A fraction of whole numbers of any size, its denominator above zero. */
type Fraction = readonly [bigint, bigint];
const fraction = (over: bigint, under: bigint): Fraction => (under < 0n ? [-over, -under] : [over, under]);
const compare = ([a, b]: Fraction, [c, d]: Fraction) => (a * d < c * b ? -1 : a * d > c * b ? 1 : 0);

/**
 * The same question answered another way: where the horizontal line through the point crosses the boundary, as exact
 * fractions; inside iff the point is one of these places or between an odd number of them on each side.
 */
function insideByFractions(polygon: Polygon, [px, py]: Point): boolean {
  const x = fraction(BigInt(px), 1n);
  let isLeftOf = 0;
  for (const [at, [ax, ay]] of polygon.entries()) {
    const [bx, by] = polygon[(at + 1) % polygon.length]!;
    if (ay === by) {
      if (py === ay && px >= Math.min(ax, bx) && px <= Math.max(ax, bx)) return true;
      continue;
    }
    if (py < Math.min(ay, by) || py > Math.max(ay, by)) continue;
    // ax + (py - ay) (bx - ax) / (by - ay)
    const [rise, run] = [BigInt(by - ay), BigInt(bx - ax)];
    const crossing = fraction(BigInt(ax) * rise + BigInt(py - ay) * run, rise);
    const order = compare(crossing, x);
    if (order === 0) return true;
    // Each edge owns its lower end alone, so that a corner counts once or twice as the boundary passes or turns.
    if (py !== Math.max(ay, by) && order > 0) isLeftOf += 1;
  }
  return isLeftOf % 2 === 1;
}

describe('a point in an area', () => {
  const square: Polygon = [
    [0, 0],
    [4, 0],
    [4, 4],
    [0, 4],
  ];

  it.each<[string, Point, boolean]>([
    ['within', [2, 2], true],
    ['on a side', [4, 2], true],
    ['on a corner', [0, 0], true],
    ['beside', [5, 2], false],
    ['on the line of a side but beyond it', [6, 4], false],
    ['level with a corner, outside', [9, 0], false],
  ])('is judged exactly: %s', (_, at, expected) => {
    expect(isInside(square, at)).toBe(expected);
  });

  it('is judged as exact fractions judge it, on large grids and on crowded small ones', () => {
    for (const points of [point, smallPoint]) {
      fc.assert(
        fc.property(polygons(points), points, (polygon, at) => {
          expect(isInside(polygon, at)).toBe(insideByFractions(polygon, at));
        }),
        { numRuns: 2000 },
      );
    }
  });

  it('owns its whole boundary: corners, and every whole point of its sides', () => {
    fc.assert(
      fc.property(polygons(smallPoint), fc.integer({ min: 1, max: 50_000 }), (small, scale) => {
        const polygon = small.map(([x, y]): Point => [x * scale, y * scale]);
        for (const [at, [ax, ay]] of polygon.entries()) {
          const [bx, by] = polygon[(at + 1) % polygon.length]!;
          expect(isInside(polygon, [ax, ay])).toBe(true);
          const steps = scale;
          const third = Math.floor(steps / 3);
          const on: Point = [ax + ((bx - ax) / steps) * third, ay + ((by - ay) / steps) * third];
          expect(isInside(polygon, on)).toBe(true);
        }
      }),
    );
  });

  it('does not depend on where the boundary begins, nor on its direction', () => {
    fc.assert(
      fc.property(polygons(smallPoint), smallPoint, fc.nat(8), (polygon, at, turn) => {
        const turned = [...polygon.slice(turn % polygon.length), ...polygon.slice(0, turn % polygon.length)];
        expect(isInside(turned, at)).toBe(isInside(polygon, at));
        expect(isInside([...polygon].reverse(), at)).toBe(isInside(polygon, at));
      }),
    );
  });
});

describe('an area', () => {
  it.each<[string, Polygon, string | undefined]>([
    [
      'a triangle',
      [
        [0, 0],
        [4, 0],
        [0, 4],
      ],
      undefined,
    ],
    [
      'two corners',
      [
        [0, 0],
        [4, 0],
      ],
      'An area has at least three corners.',
    ],
    [
      'a corner twice',
      [
        [0, 0],
        [0, 0],
        [4, 0],
        [0, 4],
      ],
      'Corner 1 and the next one are the same.',
    ],
    [
      'the first corner again at the end',
      [
        [0, 0],
        [4, 0],
        [0, 4],
        [0, 0],
      ],
      'Corner 4 and the next one are the same.',
    ],
    [
      'a line',
      [
        [0, 0],
        [4, 0],
        [2, 0],
      ],
      'The boundary turns back on itself at corner 2.',
    ],
    [
      'a spike',
      [
        [0, 0],
        [4, 0],
        [8, 0],
        [4, 0],
        [4, 4],
      ],
      'The boundary turns back on itself at corner 3.',
    ],
    [
      'a bow tie',
      [
        [0, 0],
        [4, 4],
        [4, 0],
        [0, 4],
      ],
      'The boundary crosses itself: sides 1 and 3 meet.',
    ],
    [
      'a corner on another side',
      [
        [0, 0],
        [8, 0],
        [8, 4],
        [4, 0],
        [0, 4],
      ],
      'The boundary crosses itself: sides 1 and 3 meet.',
    ],
  ])('is known to be sound or not: %s', (_, polygon, expected) => {
    expect(wrongPolygon(polygon)).toBe(expected);
  });

  it('touches another if they share as much as one point', () => {
    const at = (x: number, y: number, size: number): Polygon => [[x, y], [x + size, y], [x + size, y + size], [x, y + size]]; // prettier-ignore
    expect(touch(at(0, 0, 4), at(5, 0, 4))).toBe(false);
    expect(touch(at(0, 0, 4), at(4, 0, 4))).toBe(true);
    expect(touch(at(0, 0, 4), at(4, 4, 4))).toBe(true);
    expect(touch(at(0, 0, 9), at(3, 3, 2))).toBe(true);
    expect(touch(at(3, 3, 2), at(0, 0, 9))).toBe(true);
    fc.assert(
      fc.property(polygons(smallPoint), polygons(smallPoint), smallPoint, (one, other, common) => {
        expect(touch(one, other)).toBe(touch(other, one));
        if (isInside(one, common) && isInside(other, common)) expect(touch(one, other)).toBe(true);
      }),
    );
  });

  it('has a size, whichever way round', () => {
    const whole: Polygon = [[0, 0], [grid, 0], [grid, grid], [0, grid]]; // prettier-ignore
    expect(doubledArea(whole)).toBe(2 * grid * grid);
    expect(doubledArea([...whole].reverse())).toBe(2 * grid * grid);
    expect(doubledArea([[1, 1], [5, 1], [1, 4]])).toBe(12); // prettier-ignore
  });

  it('has a point within', () => {
    fc.assert(
      fc.property(polygons(point), (polygon) => {
        expect(isInside(polygon, pointWithin(polygon))).toBe(true);
      }),
    );
  });
});
