/** One course of a line (of a seat, where a line has several), paid for and earned bit by bit. Minor units, without tax. */
export interface Deferral {
  lineId: string;
  courseId: string;
  unit: number;
  productId: string;
  currency: string;
  cohort: string;
  sold: number;
  recognised: number;
  returnedDeferred: number;
  returnedRecognised: number;
}

export type MoveKind = 'sold' | 'recognised' | 'returned_deferred' | 'returned_recognised';

/** A change of a deferral; it stands in the same entry as its posting. */
export interface DeferralMove {
  lineId: string;
  courseId: string;
  unit: number;
  kind: MoveKind;
  amount: number;
}

type Amounts = Pick<Deferral, 'sold' | 'recognised' | 'returnedDeferred' | 'returnedRecognised'>;

/** What was paid and not given back. */
export const keptOf = ({ sold, returnedDeferred, returnedRecognised }: Amounts): number =>
  sold - returnedDeferred - returnedRecognised;

/** What of it is earned. */
export const earnedOf = ({ recognised, returnedRecognised }: Amounts): number => recognised - returnedRecognised;

/** What of it is still owed as teaching. */
export const deferredOf = (amounts: Amounts): number => keptOf(amounts) - earnedOf(amounts);

/** What goes back of a deferral comes from what is earned and what is deferred as they stand to each other. */
export function giveBack(amounts: Amounts, amount: number): { deferred: number; recognised: number } {
  const kept = keptOf(amounts);
  if (amount > kept) throw new RangeError(`${amount} cannot go back of ${kept}.`);
  if (amount === 0) return { deferred: 0, recognised: 0 };
  const recognised = Number((BigInt(amount) * BigInt(earnedOf(amounts))) / BigInt(kept));
  return { deferred: amount - recognised, recognised };
}
