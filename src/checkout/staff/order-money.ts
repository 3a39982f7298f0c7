/** What moved for an order, in minor units of its currency. */
export interface OrderMoney {
  paid: number;
  /** The part of `paid` that is tax. */
  tax: number;
  refunded: number;
  left: number;
}

interface Moved {
  tax: number;
  payments: { amount: number }[];
  refunded: number;
}

export function moneyOf({ tax, payments, refunded }: Moved): OrderMoney {
  const paid = payments.reduce((sum, payment) => sum + payment.amount, 0);
  return { paid, tax: paid > 0 ? tax : 0, refunded, left: paid - refunded };
}
