/** What moved for an order, in minor units of its currency. */
export interface OrderMoney {
  paid: number;
  /** The part of `paid` that is tax. */
  tax: number;
  /** Sent back or on its way; what the bank could not take is not in it. */
  refunded: number;
  /** What lost disputes took. */
  lost: number;
  left: number;
}

interface Moved {
  tax: number;
  payments: { amount: number }[];
  refunded: number;
  disputes: { standing: string; amount: number }[];
}

export function moneyOf({ tax, payments, refunded, disputes }: Moved): OrderMoney {
  const paid = sum(payments);
  const lost = sum(disputes.filter(({ standing }) => standing === 'lost'));
  return { paid, tax: paid > 0 ? tax : 0, refunded, lost, left: paid - refunded - lost };
}

const sum = (parts: { amount: number }[]): number => parts.reduce((total, { amount }) => total + amount, 0);
