import { invalidField } from '../../shared/index.js';
import { readInstant } from '../prices/instant-input.js';

/** The instant typed into a field. @throws invalid_input at that field */
export function instantField(field: string, text: string, zone: string): Date {
  const read = readInstant(text, zone);
  if ('refusal' in read) throw invalidField(field, read.refusal);
  return read.at;
}

const grace = 60_000;

/**
 * The instant from which something can hold: what was typed, or now if that passed within the last minute, while the
 * form was on its way. Nothing holds in the past: a price that was not charged must not look as if it had been.
 */
export function notInPast(field: string, at: Date, now: Date): Date {
  if (at.getTime() < now.getTime() - grace)
    throw invalidField(field, 'This lies in the past. Choose a later time.', 'in_the_past');
  return at < now ? now : at;
}
