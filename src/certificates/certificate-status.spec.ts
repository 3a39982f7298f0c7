import { statusAt } from './certificate-status.js';

const now = new Date('2026-12-01T09:00:00Z');
const [before, after] = [new Date(+now - 1), new Date(+now + 1)];

describe('the status of a certificate', () => {
  it('is valid until the very instant it ends', () => {
    expect(statusAt({ validUntil: null, revokedAt: null }, now)).toBe('valid');
    expect(statusAt({ validUntil: after, revokedAt: null }, now)).toBe('valid');
    expect(statusAt({ validUntil: now, revokedAt: null }, now)).toBe('expired');
  });

  it('is revoked from the revocation on, whatever else happens', () => {
    expect(statusAt({ validUntil: null, revokedAt: now }, now)).toBe('revoked');
    expect(statusAt({ validUntil: before, revokedAt: before }, now)).toBe('revoked');
  });
});
