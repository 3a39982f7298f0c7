import type { Claim } from './claim.js';

/** A claim as issuing writes it, for tests and for warming up. */
export const exampleClaim: Claim = {
  number: 'GL-0123-4567-89AB-CDEF-5',
  holderName: 'Amelia Okonkwo-Reyes',
  award: {
    id: '0199b2a4-1c3f-7a55-8d2e-0c6f5b8f4a10',
    slug: 'foundations',
    kind: 'completion',
    title: 'Foundations of Cosmetic Injection',
    statement: 'has completed every lesson and passed the final quiz of the course',
  },
  courses: [
    {
      slug: 'foundations',
      title: 'Foundations of cosmetic injection',
      edition: 1,
      minutes: 150,
      completedOn: '2026-11-22',
    },
  ],
  issuedAt: '2026-11-22T18:00:00Z',
  validUntil: null,
  issuer: { id: 'did:web:localhost%3A3000', name: 'Glabella', url: 'http://localhost:3000' },
};
