/** What a certificate is worth. Suspension and succession come with certifications. */
export type CertificateStatus = 'valid' | 'expired' | 'revoked';

/** The status at an instant; a revoked certificate stays revoked, also after its end. */
export function statusAt(
  certificate: { validUntil: Date | null; revokedAt: Date | null },
  now: Date,
): CertificateStatus {
  if (certificate.revokedAt && certificate.revokedAt <= now) return 'revoked';
  if (certificate.validUntil && certificate.validUntil <= now) return 'expired';
  return 'valid';
}
