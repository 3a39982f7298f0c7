import { type Findings, noFindings, type VersionFigures } from '../analysis.js';
import { Choices } from '../statistics/choices.js';
import type { MarkColumns } from './counted-attempts.js';

const perMark = 10_000;

/** All marks of one item, ten bytes each: whose it is, ten-thousandths of a mark, and which answer. */
export class ItemMarks {
  readonly choices = new Choices();
  readonly findings: Findings = noFindings();
  size = 0;
  possible = 0;
  private numbers = new Int32Array(1024);
  private marks = new Int32Array(1024);
  private codes = new Int16Array(1024);
  private readonly byVersion = new Map<string, { n: number; marks: number; possible: number }>();

  constructor(
    readonly questionId: string,
    readonly part: string,
  ) {}

  add(some: MarkColumns): void {
    while (this.numbers.length < this.size + some.numbers.length) this.grow();
    const version = this.byVersion.get(some.versionId) ?? { n: 0, marks: 0, possible: 0 };
    for (const [index, number] of some.numbers.entries()) {
      this.numbers[this.size] = number;
      this.marks[this.size] = Math.round(some.marks[index]! * perMark);
      this.codes[this.size] = this.choices.code(some.chosen[index]!);
      this.size += 1;
      this.possible += some.possible[index]!;
      version.n += 1;
      version.marks += some.marks[index]!;
      version.possible += some.possible[index]!;
    }
    this.byVersion.set(some.versionId, version);
    for (const kind of Object.keys(this.findings) as (keyof Findings)[]) this.findings[kind] += some[kind];
  }

  /** Every mark with the number of its attempt and the code of its answer, in no order. */
  each(tell: (number: number, mark: number, code: number) => void): void {
    for (let at = 0; at < this.size; at += 1) tell(this.numbers[at]!, this.marks[at]! / perMark, this.codes[at]!);
  }

  get versions(): VersionFigures[] {
    return [...this.byVersion].map(([versionId, { n, marks, possible }]) => ({
      versionId,
      n,
      facility: (100 * marks) / possible,
    }));
  }

  private grow(): void {
    const longer = <A extends Int32Array | Int16Array>(to: A, from: A): A => {
      to.set(from);
      return to;
    };
    const length = this.numbers.length * 2;
    this.numbers = longer(new Int32Array(length), this.numbers);
    this.marks = longer(new Int32Array(length), this.marks);
    this.codes = longer(new Int16Array(length), this.codes);
  }
}
