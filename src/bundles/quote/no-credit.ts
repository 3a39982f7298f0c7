import type { NoCredit } from './quote.js';

/** Why a course that somebody has gives no credit. */
export const noCreditBecause: Record<NoCredit, string> = {
  gift: 'it was a gift',
  seat: 'it came with a seat of a clinic',
  staff: 'it was given to you',
  plan: 'its instalments are not all paid yet',
  refund: 'a refund of it is being decided',
  spent: 'what you paid for it was credited or refunded before',
};
