import type { Tx } from '../../database/index.js';
import { alreadyDecided, notClaimed, ownLicence } from '../licences/licence.errors.js';
import { type LockedLicence, lockLicence, tellLicence } from '../licences/lock-licence.js';

export interface Decision {
  licenceId: string;
  reviewerId: string;
  /** For the learner to read. */
  reason: string;
}

/** A licence that waits, held for its review. @throws not_found, own_licence, already_decided */
export async function lockWaiting(tx: Tx, licenceId: string, reviewerId: string): Promise<LockedLicence> {
  const licence = await lockLicence(tx, licenceId);
  if (licence.personId === reviewerId) throw ownLicence();
  if (licence.status !== 'waiting') throw alreadyDecided();
  return licence;
}

/**
 * Writes a decision down, once in each round, by whoever took the licence.
 * @throws not_found, own_licence, already_decided, not_claimed
 */
export async function decide(
  tx: Tx,
  kind: 'approved' | 'asked' | 'refused',
  { licenceId, reviewerId, reason }: Decision,
): Promise<LockedLicence> {
  const licence = await lockWaiting(tx, licenceId, reviewerId);
  const released = await tx.rows(
    'DELETE FROM licence_claims WHERE licence_id = $1 AND reviewer_id = $2 AND until >= now() RETURNING 1',
    [licenceId, reviewerId],
  );
  if (released.length === 0) throw notClaimed();
  await tellLicence(tx, { licence, kind, by: reviewerId, note: reason });
  return licence;
}
