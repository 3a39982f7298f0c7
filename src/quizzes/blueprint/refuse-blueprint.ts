import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { BlueprintSection } from '../../courses/index.js';
import { chooseQuestions, fits } from '../paper/choose-questions.js';
import { shuffled } from '../paper/shuffled.js';
import type { PoolQuestion } from '../../questions/index.js';
import { mostApart } from './cover-cells.js';

interface Bank {
  pool: PoolQuestion[];
  enemies: [string, string][];
}

/**
 * What is wrong with a blueprint, by field: a cell that asks for more than there is, stands twice or names no pool; or
 * `''` when no paper can be drawn from all cells together. Cells with a count of 0 are left out and never wrong.
 */
export function wrongCells(sections: BlueprintSection[], pools: string[], bank: Bank): Record<string, string> {
  const asked = sections.map((section, at) => ({ section, at })).filter(({ section }) => section.count > 0);
  if (asked.length === 0) return { '': 'Ask for at least one question.' };
  const names = sections.map(cellName);
  const wrong = asked.flatMap(({ section, at }): [string, string][] => {
    if (!pools.includes(section.pool)) return [[`sections.${at}.pool`, 'Choose a pool.']];
    if (asked.some((other) => other.at < at && names[other.at] === names[at])) {
      return [[`sections.${at}.count`, 'This cell stands above already.']];
    }
    const fit = bank.pool.filter((question) => fits(question, section)).map(({ questionId }) => questionId);
    if (section.count > fit.length)
      return [[`sections.${at}.count`, `Only ${questions(fit.length)} can be drawn here.`]];
    const apart = mostApart(fit, bank.enemies);
    if (section.count <= apart) return [];
    return [
      [`sections.${at}.count`, `Of ${fit.length}, only ${apart} can stand in one paper: the others are enemies.`],
    ];
  });
  if (wrong.length > 0) return Object.fromEntries(wrong);
  return canBeDrawn(
    asked.map(({ section }) => section),
    bank,
  )
    ? {}
    : { '': 'Each cell can be filled, but not all of them in one paper: they share questions, or enemies.' };
}

const questions = (count: number) => `${count} ${count === 1 ? 'question' : 'questions'}`;

export const cellName = ({ pool, topic, difficulty, cognitive }: BlueprintSection): string =>
  JSON.stringify([pool, topic ?? null, difficulty ?? null, cognitive ?? null]);

/** Drawn as for a learner who has met nothing. */
function canBeDrawn(blueprint: BlueprintSection[], { pool, enemies }: Bank): boolean {
  const random = xoroshiro128plus(1);
  const shuffle = <T>(from: readonly T[]) => shuffled(from, (least, most) => uniformInt(random, least, most));
  return chooseQuestions(pool, { blueprint, enemies, seen: [], overexposed: [] }, shuffle) !== undefined;
}
