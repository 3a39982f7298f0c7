import type Stripe from 'stripe';
import { noSuch } from '../api/stripe-error.js';
import { findObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import { moveDispute } from './move-dispute.js';

/** The seller does not contest: a dispute is lost, a mere inquiry ends without money having moved. */
export async function concede(work: Work, id: string): Promise<Stripe.Dispute> {
  const dispute = await findObject(work, 'dispute', id);
  if (!dispute) throw noSuch('dispute', id);
  return moveDispute(work, id, dispute.status.startsWith('warning_') ? 'warning_closed' : 'lost');
}
