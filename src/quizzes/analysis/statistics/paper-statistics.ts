import type { ItemStatistics } from './item-statistics.js';
import { momentsOf } from './moments.js';
import { alpha, conditionalError, errorRatio, kr21, livingston } from './reliability.js';

/** All attempts, in one order. */
export interface PaperSeries {
  /** Marks earned and marks to be had. */
  totals: Float64Array;
  possible: Float64Array;
  /** Marks that each needed to pass. */
  cuts: Float64Array;
  passed: number;
  /** Not all papers have the same items. */
  random: boolean;
}

/** All items of all papers as one series. */
export interface PlaceSeries {
  marks: number;
  variance: number | null;
  /** Every mark was none or all, and all items weigh the same. */
  dichotomous: boolean;
}

export interface PaperStatistics {
  attempts: number;
  random: boolean;
  /** Items on a paper, on average. */
  places: number;
  /** Marks on a paper, on average. */
  possible: number;
  mean: number | null;
  deviation: number | null;
  skewness: number | null;
  kurtosis: number | null;
  passRate: number | null;
  cut: number | null;
  /** Coefficient of internal consistency, percent. */
  consistency: number | null;
  errorRatio: number | null;
  /** Of measurement, in marks. */
  standardError: number | null;
  errorAtCut: number | null;
  kr20: number | null;
  kr21: number | null;
  livingston: number | null;
  /** Attempts by score, in twentieths of the marks. */
  histogram: number[];
}

/**
 * What the scores say of the paper as a whole. Where papers differ, each of their places counts as one item with the
 * variance of all marks: that papers are not equally hard is then part of the error, as it is for who sits them.
 */
export function paperStatistics(series: PaperSeries, items: ItemStatistics[], all: PlaceSeries): PaperStatistics {
  const { totals, possible, cuts, random } = series;
  const attempts = totals.length;
  const scores = momentsOf(totals);
  const places = attempts === 0 ? 0 : all.marks / attempts;
  const marks = momentsOf(possible).mean;
  const variance = scores.variance ?? 0;
  const sum = random ? places * (all.variance ?? 0) : items.reduce((total, item) => total + (item.variance ?? 0), 0);
  const reliability = alpha(places, sum, variance);
  const ratio = errorRatio(reliability);
  const cut = momentsOf(cuts).mean;
  const paper = { places, mean: scores.mean, variance, possible: marks };
  const none = attempts === 0;
  return {
    attempts,
    random,
    places,
    possible: marks,
    mean: none ? null : scores.mean,
    deviation: scores.deviation,
    skewness: scores.skewness,
    kurtosis: scores.kurtosis,
    passRate: none ? null : (100 * series.passed) / attempts,
    cut: none ? null : cut,
    consistency: reliability === null ? null : reliability * 100,
    errorRatio: ratio === null ? null : ratio * 100,
    standardError: ratio === null ? null : ratio * Math.sqrt(variance),
    errorAtCut: none ? null : conditionalError(cut, paper),
    kr20: all.dichotomous && !random ? reliability : null,
    kr21: all.dichotomous ? kr21(paper) : null,
    livingston: none ? null : livingston(reliability, variance, scores.mean - cut),
    histogram: histogram(totals, possible),
  };
}

export const bins = 20;

/** A full score stands in the last bin; a paper whose items were all dropped in none. */
export function histogram(totals: Float64Array, possible: Float64Array): number[] {
  const counts = new Array<number>(bins).fill(0);
  totals.forEach((total, index) => {
    if (possible[index] === 0) return;
    // A hair above: 0.55 of the marks must not fall under 55 % because a binary fraction does.
    const bin = Math.floor((total / possible[index]!) * bins + 1e-9);
    counts[Math.min(bins - 1, Math.max(0, bin))]! += 1;
  });
  return counts;
}

export interface ItemWeights {
  intendedWeight: number | null;
  effectiveWeight: number | null;
  alphaIfDeleted: number | null;
}

/** What an item is worth beside the others, in the order given. */
export function itemWeights(paper: PaperStatistics, variance: number, items: ItemStatistics[]): ItemWeights[] {
  const pull = (item: ItemStatistics) => Math.sqrt(Math.max(0, item.covariance ?? 0));
  // An item that half of the papers have pulls half as much.
  const pulls = items.reduce((sum, item) => sum + (pull(item) * item.n) / paper.attempts, 0);
  const sum = items.reduce((total, item) => total + (item.variance ?? 0), 0);
  return items.map((item) => ({
    intendedWeight: paper.possible > 0 ? (100 * item.possible) / paper.possible : null,
    effectiveWeight: item.covariance === null || item.covariance < 0 || pulls === 0 ? null : (100 * pull(item)) / pulls,
    alphaIfDeleted: paper.random ? null : alphaWithout(item, items.length, sum, variance),
  }));
}

function alphaWithout(item: ItemStatistics, places: number, sum: number, variance: number): number | null {
  if (item.variance === null || item.covariance === null) return null;
  // V(X − x) = V(X) + V(x) − 2 C(x, X)
  const rest = variance + item.variance - 2 * item.covariance;
  return rest < 1e-12 ? null : alpha(places - 1, sum - item.variance, rest);
}
