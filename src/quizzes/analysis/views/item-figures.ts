import { figure } from '../item-columns.js';
import type { ShownItem } from '../read-quiz-analysis.js';

export interface ExplainedFigure {
  term: string;
  value: string;
  words: string;
}

const percent = (value: number | null, digits = 1) => (value === null ? '–' : `${figure(value, digits)} %`);

/** The figures of an item, each with what it means. */
export function itemFigures(item: ShownItem): ExplainedFigure[] {
  const marks = `${figure(item.meanMark, 2)} of ${figure(item.possible, 2)} marks on average`;
  const row = (term: string, value: string, words: string): ExplainedFigure => ({ term, value, words });
  return [
    row('Answers', String(item.n), `the item was on ${percent(item.exposure, 0)} of the papers`),
    row('Facility', percent(item.facility), marks),
    row('Guess score', percent(item.guess), 'what blind guessing would earn'),
    row('Discrimination', percent(item.discrimination), 'how the item goes together with the score: below 0 is wrong'),
    row('Discriminative efficiency', percent(item.efficiency), 'of the most that these marks could tell; low under 15'),
    row('Upper − lower', percent(item.upperLower), 'facility of the best 27 % less that of the weakest 27 %'),
    row('Point-biserial', figure(item.pointBiserial, 3), 'with the score without this item'),
    row('Intended weight', percent(item.intendedWeight, 2), 'its share of the marks'),
    row(
      'Effective weight',
      percent(item.effectiveWeight, 2),
      'its share of what sets people apart; none if it goes against the score',
    ),
    row(
      'Alpha if deleted',
      figure(item.alphaIfDeleted, 3),
      'consistency without it; only where all papers are the same',
    ),
  ];
}
