import type { Certificate } from './certificate.queries.js';
import { exampleClaim } from './credential/claim.example.js';
import { linkedInAddress, publicFacts, publicFactsSchema } from './public-facts.js';

const at = new Date('2026-12-01T09:00:00Z');
const certificate: Certificate = {
  id: '0199b2a4-0000-7000-8000-000000000000',
  number: exampleClaim.number,
  claim: exampleClaim,
  issuedAt: new Date(exampleClaim.issuedAt),
  validUntil: null,
  status: 'valid',
  revokedAt: null,
  suspendedAt: null,
  succeededBy: null,
  checkedAt: at,
};
const base = 'https://glabella.example';

describe('what the public may know of a certificate', () => {
  it('is every printed fact, the status and when it was checked, and nothing about the account', () => {
    const facts = publicFacts(certificate, base);
    const answered: unknown = JSON.parse(JSON.stringify(facts));
    expect(publicFactsSchema.parse(answered)).toEqual(answered);
    expect(facts).toMatchObject({
      status: 'valid',
      checkedAt: at,
      holder: { name: 'Amelia Okonkwo-Reyes' },
      award: { title: 'Foundations of Cosmetic Injection', kind: 'completion' },
      courses: [{ edition: 1, minutes: 150, completedOn: '2026-11-22' }],
    });
    expect(JSON.stringify(facts)).not.toContain(certificate.id);
  });

  it('offers no print of a revoked certificate', () => {
    expect(publicFacts({ ...certificate, status: 'revoked', revokedAt: at }, base)).toMatchObject({
      status: 'revoked',
      revokedAt: at,
      links: { pdf: null },
    });
  });

  it('becomes an entry on LinkedIn that says it is a certificate of completion', () => {
    const address = new URL(linkedInAddress(publicFacts(certificate, base)));
    expect(Object.fromEntries(address.searchParams)).toEqual({
      startTask: 'CERTIFICATION_NAME',
      name: 'Foundations of Cosmetic Injection (certificate of completion)',
      organizationName: 'Glabella',
      issueYear: '2026',
      issueMonth: '11',
      certUrl: 'https://glabella.example/verify/GL-0123-4567-89AB-CDEF-5',
      certId: 'GL-0123-4567-89AB-CDEF-5',
    });
  });
});
