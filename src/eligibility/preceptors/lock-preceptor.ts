import type { Tx } from '../../database/index.js';

/** Signing and the end of an authority come one after the other. */
export const lockPreceptor = (tx: Tx, preceptorId: string): Promise<void> =>
  tx.lock(`eligibility.preceptor ${preceptorId}`);
