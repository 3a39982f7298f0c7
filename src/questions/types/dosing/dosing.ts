import { z } from 'zod';
import { words } from '../../../shared/index.js';
import { inLanguage, positiveText } from '../../marking/decimal.js';
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
import { type Tolerance, toleranceSchema } from '../../marking/tolerance.js';
import type { QuestionType, Variant } from '../question-type.js';
import { readAs } from '../read-as.js';
import { gapsIn } from '../cloze/segments.js';
import { answerOf, combinations, type FormulaName, formulas, isClean } from './formulas.js';

const names = Object.keys(formulas) as [FormulaName, ...FormulaName[]];
const above = positiveText.refine((text) => !/^[0.]+$/.test(text), 'it is not above zero');
const authored = z.strictObject({
  /** What each parameter may be; the text shows the drawn one as `{{vial}}`. */
  draw: z.partialRecord(z.enum(['vial', 'diluent', 'dose', 'volume', 'concentration']), z.array(above).min(1).max(20)),
  formula: z.enum(names),
  tolerance: toleranceSchema,
  unit: words(60).optional(),
  units: unitsSchema.optional(),
});
type Authored = Omit<z.output<typeof authored>, 'draw'> & { draw: Record<string, string[]> };
interface Body {
  text: string;
  draw: Record<string, string[]>;
  unit?: string;
  units?: Units;
}
interface Key {
  formula: FormulaName;
  tolerance: Tolerance;
}
const mostCombinations = 500;

/** A calculation whose vial and diluent are drawn for each candidate. Units belong to a product and never convert. */
export const dosing: QuestionType<Authored, Body, Key, Quantity> = {
  authored,
  asked: z.object({
    separator: z.string(),
    unit: z.string().optional(),
    units: z.array(z.object({ id: z.string(), text: z.string() })).optional(),
  }),
  form: quantityForm.describe('dosing: the number alone, as text, with the decimal separator of the exam'),
  shuffled: true,

  wrong(question) {
    const { draw, formula, unit, units } = question;
    const { text } = question as Authored & { text: string };
    const message = wrongUnits(units) ?? (unit && units ? 'Name one unit, or units to choose from.' : undefined);
    if (message) return { path: ['units'], message };
    const needs: string[] = formulas[formula].needs;
    const missing = needs.find((name) => draw[name] === undefined);
    if (missing) return { path: ['draw'], message: `The formula ${formula} needs "${missing}".` };
    const spare = Object.keys(draw).find((name) => !needs.includes(name));
    if (spare) return { path: ['draw', spare], message: `The formula ${formula} does not use "${spare}".` };
    const shown = gapsIn(text);
    const hidden = needs.find((name) => !shown.includes(name));
    if (hidden) return { path: ['text'], message: `The text must tell the candidate {{${hidden}}}.` };
    const unknown = shown.find((name) => !needs.includes(name));
    if (unknown) return { path: ['text'], message: `Nothing is drawn for {{${unknown}}}.` };
    const all = combinations(draw);
    if (all.length > mostCombinations)
      return {
        path: ['draw'],
        message: `These are ${all.length} combinations; at most ${mostCombinations} are taken.`,
      };
    const odd = all.find((variant) => !isClean(answerOf(formula, variant)));
    return odd && { path: ['draw'], message: `With ${told(odd)} the answer has more than four decimals.` };
  },

  split: ({ draw, formula, tolerance, unit, units }) => ({
    // The text stands in every body; the type's own fields follow it.
    body: { draw, ...(unit && { unit }), ...(units && { units }) } as Body,
    key: { formula, tolerance },
  }),
  parts: ({ units }) => unitParts(units),

  draw: ({ draw }, random) =>
    Object.fromEntries(
      Object.keys(draw)
        .sort()
        .map((name): [string, string] => [name, draw[name]![random(draw[name]!.length)]!]),
    ),

  ask: ({ body: { text, unit, units }, slots, variant, separator }) => ({
    separator,
    text: text.replace(/\{\{([a-z]+)\}\}/g, (_, name: string) => inLanguage(variant![name]!, separator)),
    ...(unit && { unit }),
    ...askedUnits(units, slots),
  }),

  read: (sent, posed) =>
    readQuantity(readAs(quantityForm, sent, 'Write a number.'), posed, posed.body.units !== undefined),
  mark: ({ formula, tolerance }, response, posed) =>
    markQuantity({ answer: answerOf(formula, posed.variant!), tolerance, units: posed.body.units }, response, posed),
  reveal: ({ formula, tolerance }, posed) => ({
    ...revealQuantity(answerOf(formula, posed.variant!).toFixed(), posed.body.units, posed, posed.separator),
    tolerance,
  }),
  guess: () => null,
};

const told = (variant: Variant): string =>
  Object.entries(variant)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
