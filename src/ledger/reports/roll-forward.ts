import type { DeferredMovement, TaxMovement } from './movements.queries.js';

type Amounts = Omit<DeferredMovement, 'courseId' | 'cohort'>;

const nothing: Amounts = { open: 0, sold: 0, recognised: 0, returned: 0, corrected: 0, close: 0 };

function add(one: Amounts, other: Amounts): Amounts {
  return {
    open: one.open + other.open,
    sold: one.sold + other.sold,
    recognised: one.recognised + other.recognised,
    returned: one.returned + other.returned,
    corrected: one.corrected + other.corrected,
    close: one.close + other.close,
  };
}

/** A row of the roll-forward: open + sold − recognised − returned + corrected = close. */
interface RollForwardRow extends Amounts {
  /** undefined: rows are not told apart by it. */
  courseId: string | null | undefined;
  cohort: string | null | undefined;
}

/** The movements as rows by course, by month of sale or by both; and all of them together. */
export function rollForward(
  movements: readonly DeferredMovement[],
  by: 'course' | 'cohort' | 'both',
): { rows: RollForwardRow[]; total: Amounts } {
  const rows = new Map<string, RollForwardRow>();
  for (const movement of movements) {
    const courseId = by === 'cohort' ? undefined : movement.courseId;
    const cohort = by === 'course' ? undefined : movement.cohort;
    const key = `${courseId} ${cohort}`;
    rows.set(key, { courseId, cohort, ...add(rows.get(key) ?? nothing, movement) });
  }
  return { rows: [...rows.values()], total: movements.reduce<Amounts>(add, nothing) };
}

/** Owed to each jurisdiction, by currency, with the sum of the currency. */
export interface TaxReturn {
  currency: string;
  rows: TaxMovement[];
  total: Omit<TaxMovement, 'currency' | 'jurisdiction'>;
}

export const taxReturns = (movements: readonly TaxMovement[]): TaxReturn[] =>
  [...Map.groupBy(movements, ({ currency }) => currency)].map(([currency, rows]) => {
    const sum = (key: keyof TaxReturn['total']) => rows.reduce((total, row) => total + row[key], 0);
    return {
      ...{ currency, rows },
      total: {
        open: sum('open'),
        charged: sum('charged'),
        refunded: sum('refunded'),
        paid: sum('paid'),
        close: sum('close'),
      },
    };
  });
