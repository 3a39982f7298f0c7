import { itemStatistics, type ItemStatistics } from '../statistics/item-statistics.js';
import { Moments } from '../statistics/moments.js';
import type { PaperSeries, PlaceSeries } from '../statistics/paper-statistics.js';
import type { Choice } from '../statistics/choices.js';
import type { CountedAttempts, MarkColumns } from './counted-attempts.js';
import { ItemMarks } from './item-marks.js';

export interface GatheredItem {
  columns: ItemMarks;
  statistics: ItemStatistics;
  choices: Choice[];
}

/**
 * Everybody's marks on everything, each mark read once. It holds ten bytes for each mark (twenty while an item grows) and
 * some sixty for each attempt: 40 to 80 MB for 100,000 attempts of 40 items.
 */
export class Sheet {
  private readonly items = new Map<string, ItemMarks>();
  private readonly totals: Float64Array;
  private readonly possible: Float64Array;
  private readonly all = new Moments();
  private readonly worth = new Set<number>();
  private allOrNothing = true;

  constructor(private readonly attempts: CountedAttempts) {
    this.totals = new Float64Array(attempts.count);
    this.possible = new Float64Array(attempts.count);
  }

  add(some: MarkColumns): void {
    const name = `${some.questionId}/${some.part}`;
    const item = this.items.get(name) ?? new ItemMarks(some.questionId, some.part);
    this.items.set(name, item);
    item.add(some);
    for (const [index, number] of some.numbers.entries()) {
      const [mark, possible] = [some.marks[index]!, some.possible[index]!];
      this.totals[number]! += mark;
      this.possible[number]! += possible;
      this.all.add(mark);
      this.worth.add(possible);
      if (mark !== 0 && mark !== possible) this.allOrNothing = false;
    }
  }

  /** Papers differ unless everyone has met every item. */
  get random(): boolean {
    return [...this.items.values()].some(({ size }) => size !== this.attempts.count);
  }

  get paper(): PaperSeries {
    const { totals, possible, random } = this;
    const { passed, cuts } = this.attempts;
    return { totals, possible, random, passed, cuts: Float64Array.from(cuts) };
  }

  get places(): PlaceSeries {
    return { marks: this.all.n, variance: this.all.variance, dichotomous: this.allOrNothing && this.worth.size <= 1 };
  }

  /** What each item says, with its marks in the order of the totals; of equal totals, in the order of the attempts. */
  gathered(): GatheredItem[] {
    const order = Int32Array.from(this.totals.keys()).sort((a, b) => this.totals[a]! - this.totals[b]! || a - b);
    const marks = new Float64Array(order.length);
    const codes = new Int32Array(order.length);
    const random = this.random;
    return [...this.items.values()].map((columns) => {
      marks.fill(NaN);
      columns.each((number, mark, code) => {
        marks[number] = mark;
        codes[number] = code;
      });
      const met = order.filter((number) => !Number.isNaN(marks[number]));
      const statistics = itemStatistics({
        marks: Float64Array.from(met, (number) => marks[number]!),
        totals: Float64Array.from(met, (number) => this.totals[number]!),
        possible: columns.possible / columns.size,
        random,
      });
      return { columns, statistics, choices: columns.choices.table(met.map((number) => codes[number]!)) };
    });
  }
}
