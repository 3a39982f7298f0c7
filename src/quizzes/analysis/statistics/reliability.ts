/** What reliability is made of. Marks and variances in marks, divisor n − 1. */
export interface Scores {
  /** How many items a paper has. */
  places: number;
  mean: number;
  variance: number;
  /** Marks a paper has, on average. */
  possible: number;
}

/**
 * Coefficient of internal consistency (Cronbach's alpha): the share of the variance that is not chance.
 * @returns from −∞ to 1; null where it is not defined: one item, or all scores the same
 */
export function alpha(places: number, sumOfVariances: number, variance: number): number | null {
  return places < 2 || variance <= 0 ? null : (places / (places - 1)) * (1 - sumOfVariances / variance);
}

/** The share of the deviation that is chance, `1 − reliability` in variances; null for a reliability below zero. */
export const errorRatio = (reliability: number | null): number | null =>
  reliability === null || reliability < 0 ? null : Math.sqrt(1 - reliability);

/** KR-21: as KR-20, if all items were equally hard. For items that are right or wrong and weigh the same. */
export function kr21({ places, mean, variance, possible }: Scores): number | null {
  if (places < 2 || variance <= 0 || possible <= 0) return null;
  const right = (mean / possible) * places;
  const spread = variance * (places / possible) ** 2;
  return (places / (places - 1)) * (1 - (right * (places - right)) / (places * spread));
}

/**
 * Standard error at one score, by Lord's binomial model: smallest at the ends, largest in the middle.
 * @param score in marks; the answer too
 */
export function conditionalError(
  score: number,
  { places, possible }: Pick<Scores, 'places' | 'possible'>,
): number | null {
  if (places < 2 || possible <= 0) return null;
  const right = Math.min(places, Math.max(0, (score / possible) * places));
  return (possible / places) * Math.sqrt((right * (places - right)) / (places - 1));
}

/**
 * Livingston's k²: how surely scores fall on the right side of the cut; at least the reliability.
 * @param distance of the mean from the cut, in marks
 */
export function livingston(reliability: number | null, variance: number, distance: number): number | null {
  const whole = variance + distance * distance;
  return reliability === null || whole <= 0 ? null : (reliability * variance + distance * distance) / whole;
}
