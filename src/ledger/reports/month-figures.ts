import { accounts } from '../journal/accounts.js';
import type { Flow } from './flows.queries.js';

/** A month in one currency, in minor units. What is owed or earned is positive, and so is what was given back. */
export interface MonthFigures {
  revenue: number;
  /** Sold in the month, and the tax on it. */
  billed: number;
  billedTax: number;
  refunds: number;
  fees: number;
  /** What buyers were charged, as it reached the Stripe balance: what fees are compared with. */
  charged: number;
  disputed: number;
  disputesLost: number;
  disputeFees: number;
  /** At the end of the month. */
  deferred: number;
  taxOwed: number;
  stripe: number;
  inTransit: number;
  bank: number;
  held: number;
  suspense: number;
}

const givenBack: readonly string[] = [accounts.deferred, accounts.allowances, accounts.refundLiability, accounts.tax];

/** Figures of each month, which follow each other and begin where the flows begin. */
export function monthFigures(flows: readonly Flow[], months: readonly string[]): MonthFigures[] {
  const byMonth = Map.groupBy(flows, ({ month }) => month);
  const balances = new Map<string, number>();
  const carry = (month: string | null) => {
    for (const { account, amount } of byMonth.get(month) ?? [])
      balances.set(account, (balances.get(account) ?? 0) + amount);
  };
  carry(null);
  return months.map((month) => {
    carry(month);
    const brought = (account: string | readonly string[], ...kinds: string[]) =>
      (byMonth.get(month) ?? [])
        .filter((flow) => [account].flat().includes(flow.account) && (kinds.length === 0 || kinds.includes(flow.kind)))
        .reduce((sum, { amount }) => sum + amount, 0);
    const balance = (account: string) => balances.get(account) ?? 0;
    const fees = brought(accounts.fees);
    return {
      revenue: 0 - brought(accounts.revenue),
      billed: 0 - brought(accounts.deferred, 'sale'),
      billedTax: 0 - brought(accounts.tax, 'sale'),
      refunds: brought(givenBack, 'refund', 'refund_failure'),
      fees,
      charged: brought(accounts.stripe, 'sale') + brought(accounts.fees, 'sale'),
      disputed: brought(accounts.disputed, 'dispute'),
      disputesLost: brought(accounts.chargebacks),
      disputeFees: brought(accounts.disputeFees),
      deferred: 0 - balance(accounts.deferred),
      taxOwed: 0 - balance(accounts.tax),
      stripe: balance(accounts.stripe),
      inTransit: balance(accounts.inTransit),
      bank: balance(accounts.bank),
      held: balance(accounts.disputed),
      suspense: balance(accounts.suspense),
    };
  });
}

/** Fees as a share of what was charged; null where nothing was. */
export const feeRatio = ({ fees, charged }: MonthFigures): number | null => (charged > 0 ? fees / charged : null);
