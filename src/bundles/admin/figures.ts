import type { Money } from '../../shared/index.js';

/** A line of an order that was quoted under an offer. */
export interface OfferSale {
  orderNumber: string;
  placedAt: Date;
  settledAt: Date | null;
  status: string;
  quantity: number;
  amount: Money;
}

/** An order that uses a code. */
export interface CodeSale {
  orderNumber: string;
  placedAt: Date;
  settledAt: Date | null;
  status: string;
  total: Money;
}

/** What was charged in one currency during stretches of time that end now, each with the one before it, minor units. */
export interface SalesTotal {
  currency: string;
  today: number;
  /** Yesterday up to the same time of the day. */
  yesterday: number;
  days7: number;
  before7: number;
  days30: number;
  before30: number;
}

/** Charged on one UTC day: `2026-12-01`. */
export interface SalesDay {
  day: string;
  currency: string;
  payments: number;
  amount: number;
}

export interface ProductSale {
  product: string;
  slug: string;
  currency: string;
  orders: number;
  amount: number;
}

/** What was sold: known below, asked for here. Answered by the room that takes orders. */
export abstract class SalesFigures {
  abstract underOffer(offerId: string): Promise<OfferSale[]>;
  /** At most the 1000 latest. */
  abstract withCode(codeId: string): Promise<CodeSale[]>;
  abstract totals(now: Date): Promise<SalesTotal[]>;
  /** Every day of the last `days`, also those without a payment, for each currency that had one in twice that time. */
  abstract perDay(now: Date, days: number): Promise<SalesDay[]>;
  /** Lines of orders settled in the last `days`, the largest first. */
  abstract perProduct(now: Date, days: number): Promise<ProductSale[]>;
}

/** Something that waits for a person. */
export interface Waiting {
  label: string;
  count: number;
  href: string;
}

/** What waits for staff in the rooms below. */
export abstract class WaitingForStaff {
  abstract list(): Promise<Waiting[]>;
}
