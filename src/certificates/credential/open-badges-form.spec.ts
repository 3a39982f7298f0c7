import { z } from 'zod';
import { seedSigner } from '../signing/seed-signer.js';
import type { Claim } from './claim.js';
import { exampleClaim } from './claim.example.js';
import { openBadge } from './open-badge.js';
import { hashedEmail } from './recipient.js';
import { signCredential } from './sign-credential.js';

// The classes of Open Badges 3.0, appendix B.1 (https://www.imsglobal.org/spec/ob/v3p0/), as far as we use them, and
// stricter than there: what is not written down here is not sent. The JSON Schema file itself is behind a network that a
// test must not need.
const types = (...wanted: string[]) =>
  z.array(z.string()).refine((given) => wanted.every((type) => given.includes(type)), `must include ${wanted.join()}`);
const uri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i, 'must be an absolute URI');
const instant = z.iso.datetime({ offset: true });

const profile = z.strictObject({ id: uri, type: types('Profile'), name: z.string().min(1), url: uri });
const achievement = z.strictObject({
  id: uri,
  type: types('Achievement'),
  achievementType: z.enum(['Certificate', 'Certification']),
  name: z.string().min(1),
  description: z.string().min(1),
  humanCode: z.string(),
  criteria: z.strictObject({ narrative: z.string().min(1) }),
  creator: profile,
});
const identityObject = z.strictObject({
  type: z.literal('IdentityObject'),
  hashed: z.literal(true),
  identityHash: z.string().regex(/^(md5|sha256)\$[0-9a-f]+$/),
  identityType: z.literal('emailAddress'),
  salt: z.string(),
});
const credential = z.strictObject({
  '@context': z
    .array(z.string())
    .refine(
      ([first, second]) =>
        first === 'https://www.w3.org/ns/credentials/v2' && /\/ob\/v3p0\/context-3\.0\.\d\.json$/.test(second!),
    ),
  id: uri,
  type: types('VerifiableCredential', 'OpenBadgeCredential'),
  name: z.string().min(1),
  issuer: profile,
  validFrom: instant,
  validUntil: instant.optional(),
  credentialSubject: z.strictObject({
    id: uri,
    type: types('AchievementSubject'),
    name: z.string(),
    identifier: z.array(identityObject).min(1).optional(),
    achievement,
  }),
  evidence: z.array(
    z.strictObject({ type: types('Evidence'), genre: z.string(), name: z.string(), description: z.string() }),
  ),
  credentialStatus: z.strictObject({
    id: uri,
    type: z.literal('BitstringStatusListEntry'),
    statusPurpose: z.literal('revocation'),
    statusListIndex: z.string().regex(/^\d+$/),
    statusListCredential: uri,
  }),
  credentialSchema: z.array(z.strictObject({ id: uri, type: z.literal('1EdTechJsonSchemaValidator2019') })).min(1),
  proof: z
    .array(
      z.strictObject({
        type: z.literal('DataIntegrityProof'),
        cryptosuite: z.literal('eddsa-rdfc-2022'),
        created: instant,
        verificationMethod: uri,
        proofPurpose: z.literal('assertionMethod'),
        proofValue: z.string().regex(/^z[1-9A-HJ-NP-Za-km-z]{80,100}$/),
      }),
    )
    .length(1),
});

const certification: Claim = {
  ...exampleClaim,
  award: { ...exampleClaim.award, kind: 'certification' },
  competence: {
    cycle: 1,
    procedures: [{ slug: 'glabella', title: 'Glabellar lines', signed: 5 }],
    exams: [{ title: 'Final exam', passedOn: '2026-11-01' }],
    licence: { profession: 'RN', jurisdiction: 'US-CA', checkedOn: '2026-11-02' },
    follows: null,
  },
  validUntil: '2028-12-01T00:00:00Z',
};

describe('the form of a credential', () => {
  it.each([
    ['of completion', exampleClaim, 'Certificate'],
    ['of certification', certification, 'Certification'],
  ])('is what Open Badges 3.0 demands, %s', async (_kind, claim, achievementType) => {
    const signer = await seedSigner(Buffer.alloc(32, 7), claim.issuer.id);
    for (const recipient of [hashedEmail('amelia@example.test'), null]) {
      const badge = openBadge(claim, recipient, 42, 'https://glabella.example');
      const signed = await signCredential(badge, signer, new Date(claim.issuedAt));
      expect(credential.parse(signed).credentialSubject.achievement.achievementType).toBe(achievementType);
    }
  });
});
