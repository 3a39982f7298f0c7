import type { BookedSale } from '../../checkout/index.js';
import type { DeferralMove } from '../deferred/deferral.js';
import { accounts } from '../journal/accounts.js';
import type { Posting } from '../journal/entry.js';
import { monthOf } from '../journal/months.js';
import { nextPortions, portions } from './portions.js';

export interface SaleShare extends Omit<DeferralMove, 'kind'> {
  productId: string;
}

export const cohortOf = (sale: BookedSale): string => monthOf(sale.settledOn);

/**
 * What a payment was for: net and tax of each course, of each seat. An instalment pays for every course in proportion to
 * what is still to be paid of it.
 */
export function sharesOf(sale: BookedSale): { shares: SaleShare[]; tax: number } {
  const courses = sale.lines.flatMap(({ lineId, productId, quantity, courses }) =>
    courses.map((course) => ({ lineId, productId, quantity, ...course })),
  );
  const nets = courses.map(({ amount, tax }) => (sale.taxIncluded ? amount - tax : amount));
  const taxes = courses.map(({ tax }) => tax);
  const paid = nextPortions(sale.amount, [...nets, ...taxes], sale.earlier);
  const shares = courses.flatMap(({ lineId, productId, courseId, quantity }, index) =>
    seats(sale, quantity, paid[index]!).map((amount, seat) => ({
      lineId,
      productId,
      courseId,
      unit: seat + 1,
      amount,
    })),
  );
  return { shares, tax: paid.slice(courses.length).reduce((sum, each) => sum + each, 0) };
}

/** Each seat is earned by itself. */
const seats = (sale: BookedSale, quantity: number, amount: number): number[] =>
  sale.isForOthers && quantity > 1 ? portionsOfEqual(amount, quantity) : [amount];

const portionsOfEqual = (amount: number, count: number): number[] =>
  portions(amount, Array<number>(count).fill(Math.max(amount, 1)));

/** The revenue side of a sale: deferred by course, and the tax that is owed. */
export function saleLegs(sale: BookedSale, { shares, tax }: ReturnType<typeof sharesOf>): Posting[] {
  const { currency } = sale;
  return [
    ...shares.map(({ courseId, productId, amount }) => ({
      account: accounts.deferred,
      ...{ currency, courseId, productId },
      cohort: cohortOf(sale),
      amount: -amount,
    })),
    { account: accounts.tax, currency, amount: -tax, jurisdiction: sale.jurisdiction ?? undefined },
  ];
}
