import type { Choice } from './choices.js';
import { groupOf } from './item-statistics.js';

/** Of all who met an item, by their total. */
export const scoreGroups = ['Lower 27 %', 'Middle', 'Upper 27 %'] as const;

export interface OptionShares {
  /** A, B, C in the author's order. */
  letter: string;
  text: string;
  correct: boolean;
  /** How many percent of each score group chose it. */
  percents: number[];
}

/** Options with what share of each score group chose them; an option that nobody chose stands at zero. */
export function optionShares(item: {
  n: number;
  options: { id: string; text: string; correct: boolean }[];
  choices: Choice[];
}): OptionShares[] {
  const outer = groupOf(item.n);
  const middle = item.n - 2 * outer;
  const percent = (count: number, size: number) => (size > 0 ? (100 * count) / size : 0);
  return item.options.map(({ id, text, correct }, at) => {
    const chosen = item.choices.find(({ answer }) => answer === id) ?? { lower: 0, middle: 0, upper: 0 };
    return {
      ...{ letter: String.fromCharCode(65 + at), text, correct },
      percents: [percent(chosen.lower, outer), percent(chosen.middle, middle), percent(chosen.upper, outer)],
    };
  });
}
