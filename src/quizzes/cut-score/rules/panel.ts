/** A judge's estimates of one round, item by item: of 100 candidates who are just competent, how many answer right. */
export interface Judge {
  judgeId: string;
  /** From 0 to 100, in the order of the items; null where the judge has not said. */
  percents: (number | null)[];
}

export interface JudgeResult {
  judgeId: string;
  rated: number;
  /** The cut that this judge alone would set, in marks; null until everything is rated. */
  cut: number | null;
  /** How much higher than the panel, in marks: above zero is stricter. */
  severity: number | null;
}

export interface PanelResult {
  /** C, the mean of the judges' cuts, in marks. */
  cut: number | null;
  /** Of the cut: the deviation of the judges' cuts by √J. */
  standardError: number | null;
  /** ICC(2,k): how far another such panel would agree on the items. */
  agreement: number | null;
  judges: JudgeResult[];
}

/**
 * What a panel says, by modified Angoff: C is the mean over judges of Σ wᵢ pⱼᵢ. Only judges who rated every item count,
 * for half a sheet is no cut.
 * @param weights marks of the items
 */
export function panelResult(weights: number[], judges: Judge[]): PanelResult {
  const cuts = judges.map(({ percents }) =>
    percents.every((percent) => percent !== null)
      ? percents.reduce<number>((sum, percent, item) => sum + (weights[item]! * percent) / 100, 0)
      : null,
  );
  const whole = cuts.filter((cut) => cut !== null);
  const cut = whole.length === 0 ? null : mean(whole);
  const complete = judges.flatMap(({ percents }, index) => (cuts[index] === null ? [] : [percents as number[]]));
  return {
    cut,
    standardError: whole.length < 2 ? null : Math.sqrt(squares(whole) / (whole.length - 1) / whole.length),
    agreement: agreement(complete),
    judges: judges.map(({ judgeId, percents }, index) => ({
      judgeId,
      rated: percents.filter((percent) => percent !== null).length,
      cut: cuts[index]!,
      severity: cuts[index] === null || whole.length < 2 ? null : cuts[index]! - cut!,
    })),
  };
}

/**
 * ICC(2,k) of Shrout and Fleiss: absolute agreement of the mean of k judges, judges and items both being samples.
 * @param ratings a row per judge, a column per item
 * @returns at most 1; null for fewer than two judges or items, or where nothing differs
 */
export function agreement(ratings: number[][]): number | null {
  const k = ratings.length;
  const n = ratings[0]?.length ?? 0;
  if (k < 2 || n < 2) return null;
  const items = ratings[0]!.map((_percent, item) => mean(ratings.map((row) => row[item]!)));
  const between = (k * squares(items)) / (n - 1);
  const severity = (n * squares(ratings.map(mean))) / (k - 1);
  const all = squares(ratings.flat());
  const residual = (all - between * (n - 1) - severity * (k - 1)) / ((n - 1) * (k - 1));
  const whole = between + (severity - residual) / n;
  return all < 1e-9 || Math.abs(whole) < 1e-9 ? null : (between - Math.max(0, residual)) / whole;
}

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const squares = (values: number[]): number => {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
};
