import { Injectable } from '@nestjs/common';
import { type BalanceMove, type BookedSale, BookedSaleQueries } from '../../checkout/index.js';
import type { Tx } from '../../database/index.js';
import { Deferrals, type EarningTerms, type NewDeferral } from '../deferred/deferrals.js';
import { RecognitionPolicies } from '../deferred/recognition-policies.js';
import { accounts } from '../journal/accounts.js';
import type { Placed, Unplaced } from './placed.js';
import { cohortOf, saleLegs, type SaleShare, sharesOf } from './sale-legs.js';

/** A charge is a sale of ours where a payment knows it. */
@Injectable()
export class PlaceSale {
  constructor(
    private readonly sales: BookedSaleQueries,
    private readonly deferrals: Deferrals,
    private readonly policies: RecognitionPolicies,
  ) {}

  /** Many at once: most of what happens is a sale. The answers are in the order of the movements. */
  async place(tx: Tx, moves: readonly BalanceMove[]): Promise<(Placed | Unplaced)[]> {
    const charges = moves.flatMap(({ source }) => source ?? []);
    const sales = new Map((await this.sales.ofCharges(charges, tx)).map((sale) => [sale.charge, sale]));
    const lifetime = await this.policies.current(tx);
    const opened: NewDeferral[] = [];
    const placed = moves.map((move) => {
      const sale = sales.get(move.source ?? '');
      if (!sale) return { problem: 'No payment of ours has this charge.' };
      const problem = problemOf(move, sale);
      if (problem) return { problem };
      if (sale.isOwedBack) return owedBack(sale);
      const found = sharesOf(sale);
      opened.push(...deferralsOf(sale, found.shares, lifetime));
      return {
        ...about(sale),
        legs: saleLegs(sale, found),
        moves: found.shares.map((share) => ({ ...share, kind: 'sold' as const })),
        sold: sale.earlier.length === 0 ? sale : undefined,
      };
    });
    await this.deferrals.open(tx, opened);
    return placed;
  }
}

const about = (sale: BookedSale) => ({
  kind: 'sale' as const,
  description: sale.planned === null ? `Sale ${sale.orderNumber}` : `Instalment of ${sale.orderNumber}`,
  orderId: sale.orderId,
  currency: sale.currency,
});

function problemOf(move: BalanceMove, sale: BookedSale): string | undefined {
  if (move.currency === sale.currency && move.amount !== sale.amount) {
    return `Stripe took ${move.amount}, the payment is over ${sale.amount}.`;
  }
  return undefined;
}

/** Paid for nothing any more: owed until it has gone back. */
const owedBack = (sale: BookedSale): Placed => ({
  ...about(sale),
  legs: [{ account: accounts.refundLiability, currency: sale.currency, amount: -sale.amount }],
  moves: [],
});

function deferralsOf(
  sale: BookedSale,
  shares: readonly SaleShare[],
  lifetime: Omit<EarningTerms, 'startsOn'>,
): NewDeferral[] {
  const terms = sale.accessDays === null ? lifetime : { policy: 'term' as const, days: sale.accessDays };
  return shares.map(({ lineId, courseId, unit, productId }) => ({
    ...{ lineId, courseId, unit, productId },
    orderId: sale.orderId,
    currency: sale.currency,
    cohort: cohortOf(sale),
    ...terms,
    startsOn: sale.isForOthers ? null : sale.settledOn,
  }));
}
