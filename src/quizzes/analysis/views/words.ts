import { fewest, type Findings, type Which } from '../analysis.js';

export const whichWords: Record<Which, string> = {
  first: "Each person's first attempt",
  last: "Each person's last attempt",
  all: 'All attempts',
};

export const whichOptions = Object.entries(whichWords).map(([value, label]) => ({ value, label }));

export const kindWords: Record<string, string> = { quiz: 'Quiz', exam: 'Exam', practice: 'Practice' };

/** What a coefficient of internal consistency means, in percent. */
export function reliabilityWords(consistency: number | null, attempts: number): string {
  if (consistency === null) return 'Cannot be said of these attempts.';
  if (attempts < fewest) return `From fewer than ${fewest} attempts: it may still change much.`;
  if (consistency >= 80) return 'Good enough to decide who passes.';
  if (consistency >= 70) return 'Fair. Near the cut, chance decides some results.';
  return 'Low. Near the cut, chance decides many results: add items, or mend those that tell little.';
}

export function findingWords({ tenfold, wrongUnit, dangerZone, critical }: Findings): string[] {
  const said: [number, string][] = [
    [tenfold, 'were out by a power of ten'],
    [wrongUnit, 'gave the unit of another product'],
    [dangerZone, 'placed a point in a danger zone'],
    [critical, 'missed a critical item, which fails an attempt'],
  ];
  return said.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
}
