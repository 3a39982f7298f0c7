import { z } from 'zod';
import { words } from '../../../shared/index.js';
import { decimalText, exact } from '../../marking/decimal.js';
import {
  askedUnits,
  markQuantity,
  type Quantity,
  quantityForm,
  readQuantity,
  revealQuantity,
  unitParts,
  type Units,
  unitsSchema,
  wrongUnits,
} from '../../marking/quantity.js';
import { type StoredTolerance, toleranceSchema, wrongTolerance } from '../../marking/tolerance.js';
import type { QuestionType } from '../question-type.js';
import { readAs } from '../read-as.js';

const authored = z.strictObject({
  answer: decimalText,
  tolerance: toleranceSchema,
  unit: words(60).optional(),
  units: unitsSchema.optional(),
});

interface Body {
  unit?: string;
  units?: Units;
}
interface Key {
  answer: string;
  tolerance: StoredTolerance;
}

/** A number. Its unit stands beside the box or is chosen; it is never typed. */
export const numeric: QuestionType<z.output<typeof authored>, Body, Key, Quantity> = {
  authored,
  asked: z.object({
    separator: z.string(),
    unit: z.string().optional(),
    units: z.array(z.object({ id: z.string(), text: z.string() })).optional(),
  }),
  form: quantityForm.describe('numeric: the number alone, as text, with the decimal separator of the exam: "2.5"'),
  shuffled: true,

  wrong({ answer, tolerance, unit, units }) {
    const outside = wrongTolerance(answer, tolerance);
    if (outside) return { path: ['tolerance'], message: outside };
    if (unit && units) return { path: ['unit'], message: 'Name one unit beside the box, or units to choose from.' };
    const message = wrongUnits(units);
    return message ? { path: ['units'], message } : undefined;
  },

  split: ({ unit, units, answer, tolerance }) => ({
    body: { ...(unit && { unit }), ...(units && { units }) },
    key: { answer, tolerance },
  }),
  parts: ({ units }) => unitParts(units),
  ask: ({ body: { unit, units }, slots, separator }) => ({
    separator,
    ...(unit && { unit }),
    ...askedUnits(units, slots),
  }),
  read: (sent, posed) =>
    readQuantity(readAs(quantityForm, sent, 'Write a number.'), posed, posed.body.units !== undefined),
  mark: ({ answer, tolerance }, response, posed) =>
    markQuantity({ answer: exact(answer), tolerance, units: posed.body.units }, response, posed),
  reveal: ({ answer, tolerance }, posed) => ({
    ...revealQuantity(answer, posed.body.units, posed, posed.separator),
    tolerance,
  }),
  guess: () => null,
};
