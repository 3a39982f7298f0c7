import { invalidField } from '../../shared/index.js';
import { lastDay, monthOf } from '../journal/months.js';
import type { BookDays } from './book-days.queries.js';

/**
 * The month of a report: the one asked for, else the last one with postings.
 * @param asked "2026-10"
 * @returns its first day
 * @throws invalid_input at `month` where it has not begun, or ended before the books began
 */
export function askedMonth(asked: string | undefined, { first, last, today }: BookDays): string {
  if (!asked) return monthOf(last && last < today ? last : today);
  const month = `${asked}-01`;
  if (month > (last && last > today ? last : today)) throw invalidField('month', 'This month has not begun yet.');
  if (month < monthOf(first ?? today)) {
    throw invalidField('month', `The books begin in ${(first ?? today).slice(0, 7)}.`);
  }
  return month;
}

/** The day up to which a report counts: the one asked for, else today. @throws invalid_input at `at` where it lies ahead */
export function askedDay(asked: string | undefined, { today }: BookDays): string {
  if (asked && asked > today) throw invalidField('at', 'This day has not come yet.');
  return asked ?? today;
}

export interface DayRange {
  from: string;
  to: string;
}

/**
 * The days of a report, both included: as asked for, else from the beginning of the year to the end of the last month
 * with postings.
 * @throws invalid_input at `from` or `to` where it lies beyond the running month
 */
export function askedRange(asked: { from?: string; to?: string }, { last, today }: BookDays): DayRange {
  const end = lastDay(monthOf(today));
  for (const field of ['from', 'to'] as const) {
    if ((asked[field] ?? '') > end) throw invalidField(field, 'This day lies beyond the running month.');
  }
  const usual = lastDay(monthOf(last && last < today ? last : today));
  const to = asked.to ?? (asked.from && asked.from > usual ? end : usual);
  return { from: asked.from ?? `${to.slice(0, 4)}-01-01`, to };
}
