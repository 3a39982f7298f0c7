import { z } from 'zod';
import { decimalText, exact, type Exact, inLanguage, positiveText } from './decimal.js';
import type { Separator } from './separator.js';

/** How far from the key an answer may be; both ends are included. A bare number is an absolute distance. */
export const toleranceSchema = z
  .union([
    positiveText.transform((by) => ({ kind: 'absolute' as const, by })),
    z.strictObject({ kind: z.literal('absolute'), by: positiveText }),
    z.strictObject({ kind: z.literal('relative'), percent: positiveText }),
    z.strictObject({ kind: z.literal('range'), from: decimalText, to: decimalText }),
    z.strictObject({ kind: z.literal('figures'), figures: z.int().min(1).max(10) }),
  ])
  .default({ kind: 'absolute', by: '0' });
export type Tolerance = z.output<typeof toleranceSchema>;

/** A tolerance stored before there were kinds is an absolute distance. */
export type StoredTolerance = Tolerance | string;

/**
 * Whether `given` answers `key`. With significant figures, both are rounded to so many, half away from zero: to two
 * figures, 2.46 and 2.50 answer 2.5, and 2.44 does not.
 */
export function isWithin(given: Exact, key: Exact, stored: StoredTolerance): boolean {
  const tolerance = kindOf(stored);
  const distance = given.minus(key).abs();
  switch (tolerance.kind) {
    case 'absolute':
      return distance.lte(tolerance.by);
    case 'relative':
      return distance.times(100).lte(key.abs().times(tolerance.percent));
    case 'range':
      return given.gte(tolerance.from) && given.lte(tolerance.to);
    case 'figures':
      return given.toSignificantDigits(tolerance.figures).eq(key.toSignificantDigits(tolerance.figures));
  }
}

/** An answer within 1 % of ten, a hundred, a tenth … of the key: a decimal point in the wrong place. */
export function isTenfold(given: Exact, key: Exact): boolean {
  if (key.isZero() || given.isZero() || given.isNegative() !== key.isNegative()) return false;
  const power = Math.round(given.div(key).log(10).toNumber());
  if (power === 0) return false;
  const expected = key.times(exact('10').pow(power));
  return given.minus(expected).abs().times(100).lte(expected.abs());
}

/** What the right answer may be off by, in words; nothing when it may not be off at all. */
export function toleranceText(stored: StoredTolerance, separator: Separator, unit: string): string {
  const tolerance = kindOf(stored);
  const written = (text: string) => `${inLanguage(text, separator)}${unit}`;
  switch (tolerance.kind) {
    case 'absolute':
      return /^[0.]*$/.test(tolerance.by) ? '' : `, give or take ${written(tolerance.by)}`;
    case 'relative':
      return `, give or take ${inLanguage(tolerance.percent, separator)} %`;
    case 'range':
      return `, anything from ${written(tolerance.from)} to ${written(tolerance.to)}`;
    case 'figures':
      return `, to ${tolerance.figures} significant ${tolerance.figures === 1 ? 'figure' : 'figures'}`;
  }
}

const kindOf = (stored: StoredTolerance): Tolerance =>
  typeof stored === 'string' ? { kind: 'absolute', by: stored } : stored;

/** What is wrong with a tolerance for this key. */
export function wrongTolerance(key: string, tolerance: Tolerance): string | undefined {
  if (tolerance.kind === 'range' && exact(tolerance.from).gt(tolerance.to)) return 'The range ends before it begins.';
  return isWithin(exact(key), exact(key), tolerance) ? undefined : 'The answer itself lies outside of its tolerance.';
}
