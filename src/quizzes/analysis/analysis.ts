import type { Choice } from './statistics/choices.js';
import type { ItemStatistics } from './statistics/item-statistics.js';
import type { ItemWeights, PaperStatistics } from './statistics/paper-statistics.js';

/** Which attempts of a person count: only the first tells what an item does to somebody who has never met it. */
export const whichAttempts = ['first', 'last', 'all'] as const;
export type Which = (typeof whichAttempts)[number];

/** Below it figures are shown greyed out: they would change with the next few attempts. */
export const fewest = 30;

/** Answers that patients would pay for, counted apart from marks. */
export interface Findings {
  tenfold: number;
  wrongUnit: number;
  dangerZone: number;
  /** Answers that failed their attempt whatever else was right. */
  critical: number;
}

/** One version of a question, by the attempts that met it. */
export interface VersionFigures {
  versionId: string;
  n: number;
  /** Percent. */
  facility: number;
}

/** All that is kept of one item: a question, or one question of a case. */
export interface AnalysedItem extends ItemStatistics, ItemWeights {
  questionId: string;
  /** '' unless it is a question of a case. */
  part: string;
  /** Of blind guessing, percent; null where it cannot be said. */
  guess: number | null;
  /** In percent of the papers. */
  exposure: number;
  findings: Findings;
  choices: Choice[];
  versions: VersionFigures[];
}

export interface Summary extends PaperStatistics {
  findings: Findings;
}

export interface Analysis {
  summary: Summary;
  items: AnalysedItem[];
}

export const noFindings = (): Findings => ({ tenfold: 0, wrongUnit: 0, dangerZone: 0, critical: 0 });
