import { invalidField } from '../../shared/index.js';

/** The currency of a report: the one asked for, else dollars if there are any, else the first. @throws invalid_input */
export function askedCurrency(asked: string | undefined, known: readonly string[]): string {
  if (!asked) return known.includes('USD') ? 'USD' : (known[0] ?? 'USD');
  if (!known.includes(asked)) throw invalidField('currency', `Nothing is booked in ${asked}.`);
  return asked;
}
