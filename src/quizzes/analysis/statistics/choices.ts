import { groupOf } from './item-statistics.js';

/** How many of each group gave an answer. */
export interface Choice {
  /** The author's name of an option, or what was written. */
  answer: string;
  lower: number;
  middle: number;
  upper: number;
}

/** Answers that are kept apart; written ones beyond them count together, so that a page of nonsense stays a page. */
const mostAnswers = 500;

/** Answers of one item in the order of total scores, kept as small numbers until the size of the groups is known. */
export class Choices {
  private readonly codes = new Map<string, number>();
  private given: string[][] = [];

  /** @returns a number that stands for this answer; several options chosen together are one answer */
  code(chosen: string[] | null): number {
    if (chosen === null) return -1;
    const name = chosen.length === 1 ? chosen[0]! : JSON.stringify(chosen);
    let code = this.codes.get(name);
    if (code === undefined) {
      const full = this.given.length >= mostAnswers;
      code = full ? mostAnswers : this.given.length;
      if (full) this.given[mostAnswers] = ['…'];
      else {
        this.codes.set(name, code);
        this.given.push(chosen);
      }
    }
    return code;
  }

  /** @param codes of all who met the item, from the lowest total to the highest; the numbers of `code` */
  table(codes: Int32Array): Choice[] {
    const group = groupOf(codes.length);
    const rows = new Map<string, Choice>();
    codes.forEach((code, index) => {
      if (code < 0) return;
      const side = index < group ? 'lower' : index >= codes.length - group ? 'upper' : 'middle';
      const chosen = this.given[code]!;
      for (const answer of chosen.length === 0 ? [''] : chosen) {
        const row = rows.get(answer) ?? { answer, lower: 0, middle: 0, upper: 0 };
        row[side] += 1;
        rows.set(answer, row);
      }
    });
    return [...rows.values()].sort((a, b) => chosenBy(b) - chosenBy(a) || (a.answer < b.answer ? -1 : 1));
  }
}

export const chosenBy = ({ lower, middle, upper }: Choice): number => lower + middle + upper;
