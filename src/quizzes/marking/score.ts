/** Marks earned of the marks there were. */
export interface Tally {
  awarded: number;
  possible: number;
}

// Marks are stored with four digits after the point; whole ten-thousandths keep every comparison exact.
const exact = (marks: number) => BigInt(Math.round(marks * 10_000));

/** What a share of the marks is worth, in whole ten-thousandths, never more than the marks. */
export function award(marks: number, credit: number): number {
  return Math.round(marks * Math.min(Math.max(credit, 0), 1) * 10_000) / 10_000;
}

export function tally(marks: readonly Tally[]): Tally {
  return {
    awarded: sum(marks.map(({ awarded }) => awarded)),
    possible: sum(marks.map(({ possible }) => possible)),
  };
}

/** Whether the marks reach the pass mark; exactly reaching it is enough. */
export function reaches({ awarded, possible }: Tally, passPercent: number): boolean {
  return exact(awarded) * 100n >= exact(possible) * BigInt(passPercent);
}

/** Percent with two digits, rounded down: a score that is shown as 80 has really reached 80. */
export function percent({ awarded, possible }: Tally): number {
  return possible === 0 ? 0 : Number((exact(awarded) * 10_000n) / exact(possible)) / 100;
}

const sum = (marks: number[]) => Number(marks.reduce((total, part) => total + exact(part), 0n)) / 10_000;
