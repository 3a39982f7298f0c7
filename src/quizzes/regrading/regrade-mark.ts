export const policies = ['rescore', 'full', 'drop', 'best'] as const;
export type Policy = (typeof policies)[number];

/** A mark as far as a regrade may change it. */
export interface Marked {
  awarded: number;
  critical: string | null;
  finding: string | null;
}

interface Given {
  policy: Policy;
  possible: number;
  old: Marked;
  /** By the other key; there for `rescore` and `best`. */
  rescored: Marked | undefined;
  /** What the other questions of the paper earned, of how many marks. */
  rest: { awarded: number; possible: number };
}

/** The mark after a regrade, never above `possible`. */
export function regradeMark({ policy, possible, old, rescored, rest }: Given): Marked {
  if (policy === 'full') return { awarded: possible, critical: null, finding: null };
  if (policy === 'drop') return { awarded: asTheRest(possible, rest), critical: null, finding: null };
  const other = rescored ?? old;
  if (policy === 'rescore') return other;
  const better = other.awarded >= old.awarded ? other : old;
  // A critical item is failed only if both keys say so.
  return { ...better, critical: old.critical && other.critical };
}

/**
 * A dropped question earns the share that the rest of its paper earned, rounded up: the paper then has exactly the
 * percentage it would have without the question, while its marks and its cut stay frozen.
 */
function asTheRest(possible: number, { awarded, possible: of }: Given['rest']): number {
  if (of === 0) return possible;
  const tenThousandths = (marks: number) => BigInt(Math.round(marks * 10_000));
  const whole = tenThousandths(of);
  const share = (tenThousandths(possible) * tenThousandths(awarded) + whole - 1n) / whole;
  return Number(share) / 10_000;
}
