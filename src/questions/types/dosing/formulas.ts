import { exact, type Exact } from '../../marking/decimal.js';

/** What can be asked of a vial and its diluent. Source: vial units divided by millilitres are units per millilitre. */
export const formulas = {
  /** Units in 0.1 mL: 100 U in 2.5 mL hold 4 U. */
  unitsPerTenth: { needs: ['vial', 'diluent'], of: ({ vial, diluent }) => over(vial, over(diluent, exact('0.1'))) },
  /** Millilitres that hold a dose. */
  volumeForDose: {
    needs: ['vial', 'diluent', 'dose'],
    of: ({ vial, diluent, dose }) => over(dose!.times(diluent!), vial),
  },
  /** Millilitres of diluent for so many units in 0.1 mL. */
  diluentFor: {
    needs: ['vial', 'concentration'],
    of: ({ vial, concentration }) => over(vial, concentration!.times(10)),
  },
  /** Units in a volume. */
  totalUnits: {
    needs: ['vial', 'diluent', 'volume'],
    of: ({ vial, diluent, volume }) => over(volume!.times(vial!), diluent),
  },
} satisfies Record<string, { needs: string[]; of: (given: Record<string, Exact | undefined>) => Exact }>;

export type FormulaName = keyof typeof formulas;

const over = (a: Exact | undefined, b: Exact | undefined): Exact => a!.div(b!);

/** The right answer for drawn parameters, exactly. */
export const answerOf = (formula: FormulaName, variant: Record<string, string>): Exact =>
  formulas[formula].of(Object.fromEntries(Object.entries(variant).map(([name, text]) => [name, exact(text)])));

/** Whether a person can write the number: at most four digits after the point. */
export const isClean = (answer: Exact): boolean => answer.isFinite() && answer.decimalPlaces() <= 4;

/** Every combination of what may be drawn. */
export const combinations = (draw: Record<string, string[]>): Record<string, string>[] =>
  Object.entries(draw).reduce<Record<string, string>[]>(
    (all, [name, values]) => all.flatMap((some) => values.map((value) => ({ ...some, [name]: value }))),
    [{}],
  );
