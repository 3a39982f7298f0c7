import type { OrderStatus } from './order.entity.js';

/** What happened to a settled order since. */
export interface AfterSale {
  /** Something of it was refunded, or closed by a refund. */
  refunded: boolean;
  /** Nothing is left: all of it was paid back, or every course of it was closed by refunds. */
  whole: boolean;
  /** A dispute holds or has taken its money. */
  disputed: boolean;
}

/** The one place that says what a settled order is called. */
export function statusAfterSale({ refunded, whole, disputed }: AfterSale): OrderStatus {
  if (disputed) return 'disputed';
  if (whole) return 'refunded';
  return refunded ? 'partially_refunded' : 'paid';
}
