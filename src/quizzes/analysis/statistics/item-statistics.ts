import { type CoMoments, coMomentsOf } from './co-moments.js';
import { momentsOf } from './moments.js';

/** One item with everyone who met it. The series belong together, and go from the lowest total to the highest. */
export interface ItemSeries {
  /** Marks earned on the item. */
  marks: Float64Array;
  /** Marks earned on the whole paper. */
  totals: Float64Array;
  /** Marks to be had for the item, on average over those who met it. */
  possible: number;
  /** Papers differ: the item is held against the whole score, for the rests of two papers are not the same test. */
  random: boolean;
}

/** Percentages but for `n`, the marks and the coefficients; null where the answers cannot tell. */
export interface ItemStatistics {
  n: number;
  possible: number;
  meanMark: number;
  /** Of the mark on the item. */
  deviation: number | null;
  variance: number | null;
  facility: number;
  /** Of the item with the whole score: its sign says whether an effective weight exists. */
  covariance: number | null;
  discrimination: number | null;
  efficiency: number | null;
  pointBiserial: number | null;
  upperLower: number | null;
}

/** How many of n make the upper or the lower group: 27 %, which tells two normal groups apart best (Kelley 1939). */
export const groupOf = (n: number): number => (n < 4 ? 0 : Math.max(1, Math.round(n * 0.27)));

export function itemStatistics({ marks, totals, possible, random }: ItemSeries): ItemStatistics {
  const n = marks.length;
  const own = momentsOf(marks);
  const rest = totals.map((total, index) => total - marks[index]!);
  const whole = coMomentsOf(marks, totals);
  const corrected = coMomentsOf(marks, rest);
  const { correlation, covariance } = random ? whole : corrected;
  const group = groupOf(n);
  const lower = momentsOf(marks.subarray(0, group)).mean;
  const upper = momentsOf(marks.subarray(n - group)).mean;
  return {
    n,
    possible,
    meanMark: own.mean,
    deviation: own.deviation,
    variance: own.variance,
    facility: (100 * own.mean) / possible,
    covariance: whole.covariance,
    discrimination: hundred(correlation),
    efficiency: correlation === null ? null : efficiency(covariance!, marks, random ? totals : rest),
    pointBiserial: corrected.correlation,
    upperLower: group === 0 ? null : (100 * (upper - lower)) / possible,
  };
}

/** What the item tells of the most that marks like these could tell: both series sorted go together best. */
function efficiency(covariance: number, x: Float64Array, y: Float64Array): number | null {
  const best: CoMoments = coMomentsOf(x.slice().sort(), y.slice().sort());
  return best.covariance! > 0 ? (100 * covariance) / best.covariance! : null;
}

const hundred = (share: number | null): number | null => (share === null ? null : share * 100);
