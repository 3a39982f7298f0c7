import { exact } from '../marking/decimal.js';
import { refuse } from './refusals.js';

/** A number of a file, which is written with a point, as a decimal without needless zeros. @throws ItemRefused */
export function decimalOf(text: string, what: string): string {
  const trimmed = text.trim();
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,2})?$/i.test(trimmed))
    return refuse(`${what} “${trimmed}” cannot be read as a number with a point.`);
  return written(trimmed);
}

/** Digits alone, at most nine before the point and six after it: what our numbers hold. @throws ItemRefused */
export function written(value: string | ReturnType<typeof exact>): string {
  const text = exact(String(value)).toFixed();
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  if (whole.length > 9 || fraction.length > 6)
    refuse(`The number ${text} has more than nine digits before or six after the point.`);
  return text === '-0' ? '0' : text;
}

/** Whole marks from 1 to 100. @throws ItemRefused */
export function marksOf(text: string): number {
  // Shares that have no end are written with six digits: together they are whole to four.
  const marks = exact(decimalOf(text || '1', 'The marks'))
    .toDecimalPlaces(4)
    .toNumber();
  return Number.isInteger(marks) && marks >= 1 && marks <= 100
    ? marks
    : refuse(`It is worth ${marks} marks: questions here are worth whole marks from 1 to 100.`);
}

/** A percentage of the marks as a share, to four digits. @throws ItemRefused */
export function shareOf(percent: string, notes: { add(note: string): void }): string {
  const value = exact(decimalOf(percent, 'The percentage')).div(100);
  if (value.isNegative()) refuse(`An answer takes marks away (${percent} %): that is not done here.`);
  if (value.gt(1)) refuse(`An answer earns ${percent} %, more than all marks.`);
  const rounded = value.toDecimalPlaces(4);
  if (!rounded.eq(value)) notes.add(`The share ${percent} % is kept as ${rounded.times(100).toFixed()} %.`);
  return rounded.toFixed();
}
