import type { PublicFacts } from '../public-facts.js';
import { formatDate, formatInstant } from '../../shared/index.js';

export const standingWords = {
  valid: 'Valid',
  expired: 'Expired',
  suspended: 'Suspended',
  superseded: 'Superseded',
  revoked: 'Revoked',
};

/** What the status means to whoever relies on the certificate, and when it was looked up. */
export function standingSentence(facts: PublicFacts): string {
  const { status, checkedAt, validUntil, revokedAt, suspendedAt, succeededBy, issuer } = facts;
  const checked = `Checked ${formatInstant(checkedAt)}.`;
  if (status === 'revoked')
    return `Revoked by ${issuer.name} on ${formatDate(revokedAt!)}. Do not rely on it. ${checked}`;
  if (status === 'suspended')
    return `Suspended by ${issuer.name} since ${formatDate(suspendedAt!)}. Do not rely on it while it is. ${checked}`;
  if (status === 'superseded') return `Another certificate has taken its place: ${succeededBy!}. ${checked}`;
  if (status === 'expired') return `It ended on ${formatDate(validUntil!)}. ${checked}`;
  return `Issued by ${issuer.name}, and it stands. ${checked}`;
}
