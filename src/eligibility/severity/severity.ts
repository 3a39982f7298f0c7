/** One preceptor's ratings of one procedure. */
export interface RatingSum {
  preceptorId: string;
  procedure: string;
  count: number;
  sum: number;
}

/** Below so many ratings on shared procedures nothing is said. */
export const fewest = 5;

/**
 * How far a preceptor's ratings lie from those of all others on the procedures that others rated too, weighted by how
 * often they rated each: below zero is stricter. Undefined when there are too few to say.
 */
export function deviationOf(preceptorId: string, all: RatingSum[]): number | undefined {
  let weight = 0;
  let total = 0;
  for (const own of all.filter((each) => each.preceptorId === preceptorId)) {
    const others = all.filter((each) => each.procedure === own.procedure && each.preceptorId !== preceptorId);
    const count = others.reduce((sum, each) => sum + each.count, 0);
    if (count === 0) continue;
    const mean = others.reduce((sum, each) => sum + each.sum, 0) / count;
    weight += own.count;
    total += own.sum - mean * own.count;
  }
  return weight < fewest ? undefined : total / weight;
}
