/** What a certificate is worth at an instant, as the view `certificate_standing` decides it. */
export const certificateStatuses = ['valid', 'expired', 'suspended', 'superseded', 'revoked'] as const;
export type CertificateStatus = (typeof certificateStatuses)[number];

/** What still may be printed and shared; the others can be verified only. */
export const isPrintable = (status: CertificateStatus): boolean => status === 'valid' || status === 'expired';
