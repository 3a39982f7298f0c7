import type { Lot } from './lots/lock-lot.js';

/** What every fact about a seat says: whose it is, and from which order it came. */
export const seatFact = ({ orderId, clinicId }: Lot, assignmentId: string): Record<string, string> => ({
  assignmentId,
  ...(orderId && { orderId }),
  ...(clinicId && { clinicId }),
});
