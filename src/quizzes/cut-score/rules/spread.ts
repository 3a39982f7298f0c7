/** How far a panel is apart on one item; the judges stay unnamed. */
export interface Spread {
  judges: number;
  mean: number;
  lowest: number;
  highest: number;
}

/** @returns null where nobody has rated the item */
export function spreadOf(percents: number[]): Spread | null {
  if (percents.length === 0) return null;
  return {
    judges: percents.length,
    mean: percents.reduce((sum, percent) => sum + percent, 0) / percents.length,
    lowest: Math.min(...percents),
    highest: Math.max(...percents),
  };
}
