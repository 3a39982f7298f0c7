import type { Money } from '../../shared/index.js';

/** A promotion code as it stands for one person in one market. */
export interface Code {
  id: string;
  code: string;
  percent: number | null;
  /** A fixed sum off; none in this market means that it does not hold there. */
  off: Money | null;
  startsAt: Date;
  endsAt: Date;
  withdrawn: boolean;
  totalLimit: number | null;
  personLimit: number | null;
  /** By orders that are paid, or that somebody else can still pay. */
  used: number;
  /** By orders this person has paid. */
  usedByPerson: number;
  everyProduct: boolean;
  productIds: string[];
  /** Whether it also counts where an offer lowered the price. */
  withOffers: boolean;
}
