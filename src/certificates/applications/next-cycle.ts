import type { Requirements } from '../certifications/requirements.js';

/** The latest certificate of one person for one certification. */
export interface LatestCertificate {
  cycle: number;
  validUntil: Date | null;
  revokedAt: Date | null;
}

export type ApplicationKind = 'initial' | 'renewal';

/** Which cycle somebody may apply for at an instant, or from when on. */
export type NextCycle = { kind: ApplicationKind; cycle: number } | { notBefore: Date };

/** Adds calendar months in UTC; the 31st becomes the last day of a shorter month. */
export function addMonths(at: Date, months: number): Date {
  const moved = new Date(at);
  moved.setUTCDate(1);
  moved.setUTCMonth(at.getUTCMonth() + months);
  const days = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(at.getUTCDate(), days));
  return moved;
}

/**
 * First all requirements; then renewal, from some months before the end until as many after it. Who comes later, or whose
 * certificate was revoked, starts again with all requirements.
 */
export function nextCycle(
  latest: LatestCertificate | undefined,
  { renewal }: Pick<Requirements, 'renewal'>,
  now: Date,
): NextCycle {
  if (!latest) return { kind: 'initial', cycle: 1 };
  const cycle = latest.cycle + 1;
  if (latest.revokedAt || !latest.validUntil) return { kind: 'initial', cycle };
  const opens = addMonths(latest.validUntil, -renewal.windowMonths);
  if (now < opens) return { notBefore: opens };
  const late = now >= addMonths(latest.validUntil, renewal.windowMonths);
  return { kind: late ? 'initial' : 'renewal', cycle };
}

/** The last instant of a certificate: from the end of the one before, if it has not ended yet, so that renewing early costs nothing. */
export function validUntil(issuedAt: Date, months: number, before: Date | null): Date {
  return addMonths(before && before > issuedAt ? before : issuedAt, months);
}
