import { z } from 'zod';
import { words } from '../../shared/index.js';
import { unknownOption, responseInvalid } from '../questions.errors.js';
import type { Outcome, Posed, Slot } from '../types/question-type.js';
import { exact, type Exact, parseDecimal, positiveText } from './decimal.js';
import type { Separator } from './separator.js';
import { isTenfold, isWithin, type StoredTolerance } from './tolerance.js';
import { whyNotANumber } from './why-not-a-number.js';

/**
 * Units to choose from. The first one is that of the key. `factor` says how many of the key's units one of this unit is
 * (µL against mL: "0.001"); `product` names another preparation, whose units never convert.
 */
export const unitsSchema = z
  .array(z.strictObject({ unit: words(60), factor: positiveText.optional(), product: words(60).optional() }))
  .min(2, 'name at least two units to choose from')
  .max(8);
export type Units = z.output<typeof unitsSchema>;

export const quantityForm = z.strictObject({ value: z.string().max(100), unit: z.string().max(40).optional() });
export type Quantity = z.infer<typeof quantityForm>;

/** The part of each unit's name: its place in the author's list. */
export const unitParts = (units: Units | undefined): string[] => units?.map((_, at) => `unit-${at}`) ?? [];

export const askedUnits = (units: Units | undefined, slots: Slot[]) =>
  units && { units: slots.map(({ id, part }) => ({ id, text: units[unitAt(part)]!.unit })) };

const unitAt = (part: string): number => Number(part.slice('unit-'.length));

/** Reads a number with its unit. @throws DomainError response_invalid */
export function readQuantity(sent: Quantity | null, posed: Posed, hasUnits: boolean): Quantity | null {
  const value = sent?.value.trim();
  if (!value) return null;
  const wrong = whyNotANumber(value, posed.separator);
  if (wrong) throw responseInvalid(wrong);
  if (!hasUnits && sent?.unit) throw responseInvalid('Write the number in the unit that is shown.');
  if (!hasUnits) return { value };
  if (!sent?.unit) throw responseInvalid('Choose the unit as well.');
  if (!posed.slots.some(({ id }) => id === sent.unit)) throw unknownOption();
  return { value, unit: sent.unit };
}

interface QuantityKey {
  answer: Exact;
  tolerance: StoredTolerance;
  units?: Units | undefined;
}

/** Marks a number in its unit. Units of another product are another thing altogether, whatever the number. */
export function markQuantity(key: QuantityKey, { value, unit }: Quantity, { slots, separator }: Posed): Outcome {
  const given = parseDecimal(value, separator);
  const slot = slots.find(({ id }) => id === unit);
  const chosen = key.units && slot ? key.units[unitAt(slot.part)] : undefined;
  if (chosen?.product !== undefined) return { credit: 0, finding: 'wrong_unit' };
  const isKeyUnit = !chosen || chosen === key.units?.[0];
  if (!given || (!isKeyUnit && chosen.factor === undefined)) return { credit: 0 };
  const converted = isKeyUnit ? given : given.times(exact(chosen.factor!));
  if (isWithin(converted, key.answer, key.tolerance)) return { credit: 1 };
  return isTenfold(converted, key.answer) ? { credit: 0, finding: 'tenfold' } : { credit: 0 };
}

/** The right answer as it would be given. */
export const revealQuantity = (answer: string, units: Units | undefined, { slots }: Posed, separator: Separator) => ({
  value: answer.replace('.', separator),
  ...(units && { unit: slots.find(({ part }) => part === 'unit-0')!.id }),
});

/** What is wrong with the list of units. */
export function wrongUnits(units: Units | undefined): string | undefined {
  if (!units) return undefined;
  if (new Set(units.map(({ unit }) => unit)).size < units.length) return 'A unit stands here twice.';
  if (units[0]!.factor !== undefined || units[0]!.product !== undefined)
    return 'The first unit is that of the answer: it has neither a factor nor another product.';
  if (units.some(({ factor, product }) => factor !== undefined && product !== undefined))
    return 'Units of another product never convert: give a factor or a product, not both.';
  return units.some(({ factor }) => factor !== undefined && exact(factor).isZero())
    ? 'A factor is above zero.'
    : undefined;
}
