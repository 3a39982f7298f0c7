/** A payment and what we still hold of it, in minor units. */
export interface HeldPayment {
  id: string;
  held: number;
}

/** From which payments an amount goes back: the latest first. @throws RangeError when they do not hold as much */
export function refundParts(amount: number, payments: readonly HeldPayment[]): { paymentId: string; amount: number }[] {
  let left = amount;
  const parts = payments.map(({ id, held }) => {
    const part = Math.min(left, Math.max(0, held));
    left -= part;
    return { paymentId: id, amount: part };
  });
  if (left > 0) throw new RangeError(`${left} more would be refunded than was paid.`);
  return parts.filter((part) => part.amount > 0);
}
