import { exact } from '../../questions/index.js';

/** How often an answer is marked: by one examiner, or by two of whom a third decides if they differ too much. */
export interface Marking {
  isSecond: boolean;
  /** Percent of the marks by which two examiners may differ. */
  threshold: number;
}

/**
 * The mark of an answer from what its examiners awarded, first to last: the only one, the mean of two who agree, or the
 * third's. @returns undefined while another examiner is needed
 */
export function finalMark(awarded: number[], possible: number, { isSecond, threshold }: Marking): number | undefined {
  const [first, second, third] = awarded;
  if (first === undefined) return undefined;
  if (!isSecond) return first;
  if (second === undefined) return undefined;
  if (agree(first, second, possible, threshold)) return meanOf(first, second);
  return third;
}

const meanOf = (a: number, b: number): number => exact(String(a)).plus(b).div(2).toDecimalPlaces(4).toNumber();

/** Whether two marks differ by no more than so many percent of the marks there are. */
export const agree = (a: number, b: number, possible: number, threshold: number): boolean =>
  exact(String(a))
    .minus(b)
    .abs()
    .times(100)
    .lte(exact(String(possible)).times(threshold));
